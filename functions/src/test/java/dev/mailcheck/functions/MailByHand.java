package dev.mailcheck.functions;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.functions.PostOffice.Way;
import dev.mailcheck.functions.store.S3Mails.Incoming;
import dev.mailcheck.functions.store.S3Mails.Rule;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.store.Crashing;
import dev.mailcheck.store.Mails;
import dev.mailcheck.store.MemoryStores;
import dev.mailcheck.store.Stores;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mail door's functions over stores in memory, led by a test as the state machine leads them,
 * in the sample world.
 */
final class MailByHand {
    static final String DOMAIN = "check.example.net";

    private final Map<String, byte[]> bucket = new HashMap<>();
    private final Place place = new SampleLab().place(Map.of());
    private final LogLines silent =
            new LogLines(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    Clock.systemUTC());
    private final States states = new States();
    private final Stores stores;
    private final Mails mailStore;
    private final SfnClient machine;
    private final Crashing crashing;
    private final MailParts parts;
    private final Waits waits;
    private final ProbePlace probes = new ProbePlace(place.surroundings().get());
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    /** What went out, in order. */
    final List<Way> sent = new ArrayList<>();

    /** The answers themselves. */
    final List<OutgoingMail> answers = new ArrayList<>();

    /** The next sending dies: before SES has the mail, or after. */
    enum Death {
        BEFORE,
        AFTER
    }

    private Optional<Death> death = Optional.empty();

    MailByHand() {
        this(Crashing.never());
    }

    MailByHand(Crashing crashing) {
        this.crashing = crashing;
        MemoryStores memory = new MemoryStores(clock());
        stores = crashing.around(memory.stores());
        mailStore = crashing.around(Mails.class, memory);
        machine = crashing.around(SfnClient.class, states);
        Map<String, String> environment =
                Map.of(
                        "MAILCHECK_MAIL_DOMAIN",
                        DOMAIN,
                        "MAILCHECK_BASE_URL",
                        "https://check.example");
        parts =
                MailParts.of(
                        stores,
                        mailStore,
                        new MailStarter(new Executions(machine, "machine"), mailStore, place),
                        environment,
                        clock());
        waits = new Waits(stores.claims(), machine);
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    MailParts parts() {
        return parts;
    }

    /** Runs in the order they were started, with their inputs. */
    Map<String, String> started() {
        return states.started;
    }

    String onlyRun() {
        return started().keySet().iterator().next();
    }

    /** How many times somebody was woken by these tokens. */
    List<String> woken() {
        return states.woken;
    }

    /** Puts a mail where SES puts it. */
    void put(Rule rule, String id, byte[] mail) {
        bucket.put(rule.prefix() + id, mail);
    }

    private Incoming incoming(Rule rule, String id) {
        byte[] mail = bucket.get(rule.prefix() + id);
        return mail == null ? new Incoming.Absent() : new Incoming.Mail(mail);
    }

    void arrival(String event) throws IOException {
        MailArrivals arrivals = new MailArrivals(parts, this::incoming, waits, silent, clock());
        MailFunction function = new MailFunction(arrivals);
        invoked(event, (in, out) -> function.handleRequest(in, out, Contexts.of(30_000)));
    }

    void look(String run) throws IOException {
        MailLookFunction function = new MailLookFunction(probes, parts);
        invoked(
                order(run, null),
                (in, out) -> function.handleRequest(in, out, Contexts.of(30_000)));
    }

    MailNext report(String run, String news) throws IOException {
        MailReportFunction function = new MailReportFunction(parts, clock(), silent);
        String next =
                invoked(
                        order(run, news),
                        (in, out) -> function.handleRequest(in, out, Contexts.of(30_000)));
        return JsonWire.jsonb().type(MailNext.class).fromJson(next);
    }

    /** The first report, before anything was waited for. */
    MailNext report(String run) throws IOException {
        return report(run, NOT_YET);
    }

    private static final String NOT_YET = "not yet";

    private String order(String run, @Nullable String news) {
        MailOrder started = JsonWire.jsonb().type(MailOrder.class).fromJson(started().get(run));
        return JsonText.of(
                JsonWire.jsonb().type(MailOrder.class),
                new MailOrder(
                        run,
                        started.target(),
                        started.at(),
                        started.domain(),
                        List.of(),
                        NOT_YET.equals(news) ? null : news));
    }

    void answer(String run, String token) throws IOException {
        Sending sending = new Sending(stores.claims(), this::handOver, clock(), new SecureRandom());
        AnswerFunction function = new AnswerFunction(parts, sending, waits);
        String order =
                token.isEmpty()
                        ? "{\"run\":\"" + run + "\"}"
                        : "{\"run\":\"" + run + "\",\"token\":\"" + token + "\"}";
        invoked(order, (in, out) -> function.handleRequest(in, out, Contexts.of(30_000)));
    }

    void dies(Death when) {
        death = Optional.of(when);
    }

    private void handOver(OutgoingMail mail, Way way) {
        Optional<Death> dying = death;
        death = Optional.empty();
        if (dying.filter(Death.BEFORE::equals).isPresent()) {
            throw new IllegalStateException("died before");
        }
        sent.add(way);
        answers.add(mail);
        crashing.step();
        if (dying.isPresent()) {
            throw new IllegalStateException("died after");
        }
    }

    void news(String event) throws IOException {
        MailNewsFunction function = new MailNewsFunction(parts, waits);
        invoked(event, (in, out) -> function.handleRequest(in, out, Contexts.of(30_000)));
    }

    String reportJson(String run, String language) {
        return new String(
                stores.documents().read(run, "report." + language + ".json").orElseThrow(),
                StandardCharsets.UTF_8);
    }

    static String event(String name) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("mailcheck.root", ".."), "events", name));
    }

    private interface Work {
        void of(ByteArrayInputStream in, ByteArrayOutputStream out) throws IOException;
    }

    private static String invoked(String event, Work work) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        work.of(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Step Functions, as far as the functions call it. */
    private static final class States implements SfnClient {
        private final Map<String, String> started = new LinkedHashMap<>();
        private final List<String> woken = new ArrayList<>();
        private final Set<String> used = new HashSet<>();

        @Override
        public StartExecutionResponse startExecution(StartExecutionRequest request) {
            started.putIfAbsent(request.name(), request.input());
            return StartExecutionResponse.builder().build();
        }

        @Override
        public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
            if (!used.add(request.taskToken())) {
                throw TaskTimedOutException.builder().message("used").build();
            }
            woken.add(request.taskToken());
            return SendTaskSuccessResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "states";
        }

        @Override
        public void close() {}
    }
}
