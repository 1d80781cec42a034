package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.http.FormFields;
import dev.mailcheck.http.HttpAnswer;
import dev.mailcheck.http.HttpRequest;
import dev.mailcheck.http.Routes;
import dev.mailcheck.http.Service;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Publication;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes over real stores, without a server; runs are started by nobody but the test. */
final class Calling implements AutoCloseable {
    static final String KEY = "mck_test";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

    final List<StoredRun> started = new ArrayList<>();
    final List<RuntimeException> faults = new ArrayList<>();
    private final EmbeddedStores embedded;
    private final MailDesk desk;
    private final Routes routes;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private boolean busy;

    Calling(Path directory, boolean open) throws UnusableDirectory {
        this(directory, open, true);
    }

    /**
     * @param mail whether test mails are taken
     */
    Calling(Path directory, boolean open, boolean mail) throws UnusableDirectory {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        embedded = EmbeddedStores.open(directory, clock);
        Stores stores = embedded.stores();
        stores.keys().add(new ApiKey(Hashed.of(KEY), "tester", now));
        SecureRandom random = new SecureRandom();
        desk =
                new MailDesk(
                        stores,
                        new DirectoryMails(directory.resolve("mails")),
                        MailAddresses.parse("check@mail.check.example", false).orElseThrow(),
                        this::start,
                        Periods.DEFAULT,
                        clock,
                        random,
                        Jsonb.instance());
        routes =
                new Routes(
                        new Service(
                                stores,
                                new CheckDesk(stores, this::start, Periods.DEFAULT, clock, random),
                                Optional.of(desk).filter(known -> mail),
                                new Quotas(
                                        stores.counters(),
                                        stores.claims(),
                                        Quotas.Limits.DEFAULT,
                                        clock),
                                Periods.DEFAULT,
                                open,
                                List.of(),
                                clock,
                                random,
                                Jsonb.instance(),
                                faults::add));
    }

    private void start(StoredRun run) {
        if (busy) {
            throw new IllegalStateException("too many");
        }
        started.add(run);
    }

    Routes routes() {
        return routes;
    }

    MailDesk desk() {
        return desk;
    }

    Stores stores() {
        return embedded.stores();
    }

    void busy() {
        busy = true;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** As after a crash between the claim and the first row. */
    void forget(StoredRun run) {
        embedded.forget(run.key());
    }

    /** All that a run can be about where nothing was seen: every check is judged "not known". */
    void finish(StoredRun run) {
        CheckOptions options =
                CheckOptions.DEFAULT.withRelayProbing(RelayProbing.CONTROL_NOT_PROVEN);
        Target target = new Target(new Domain(run.domain().name()), options);
        Seen seen = new Seen(target, new Observations(List.of()), now, now, Map.of());
        new Publication(stores(), new SecureRandom(), Jsonb.instance())
                .publish(run.key(), seen, now);
    }

    HttpAnswer get(String path, String... headers) {
        return call("GET", path, "", headers);
    }

    HttpAnswer post(String path, String type, String body, String... headers) {
        return call("POST", path, body, with("content-type", type, headers));
    }

    /** Asks with the key, as a program does. */
    HttpAnswer ask(String body) {
        return post("/checks", JSON, body, "authorization", "Bearer " + KEY);
    }

    String asked(String domain) {
        return id(ask("{\"domain\":\"" + domain + "\"}"));
    }

    static String id(HttpAnswer answer) {
        Matcher id = ID.matcher(answer.text());
        if (!id.find()) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return id.group(1);
    }

    HttpAnswer call(String method, String target, String body, String... headers) {
        return routes.answer(
                request(method, target, body.getBytes(StandardCharsets.UTF_8), headers));
    }

    static HttpRequest request(String method, String target, byte[] body, String... headers) {
        String[] parts = target.split("\\?", 2);
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], headers[i + 1]);
        }
        return new HttpRequest(
                method,
                parts[0],
                FormFields.read(parts.length > 1 ? parts[1] : ""),
                fields,
                body,
                URI.create("https://check.example/prod"),
                fields.getOrDefault("source", "192.0.2.7"));
    }

    private static String[] with(String name, String value, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    @Override
    public void close() {
        embedded.close();
    }
}
