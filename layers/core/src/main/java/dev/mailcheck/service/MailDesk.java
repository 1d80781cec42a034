package dev.mailcheck.service;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.answer.MailAddresses.Addressee;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Mails;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes test mails from all doors. A check is opened with one-time addresses and waits; or a mail
 * to the plain address opens one of its own. A mail that comes twice, by a sender's retry or a
 * repeated event, is one run. When {@link #take} returns nothing of the mail can be lost.
 */
public final class MailDesk {
    /** The document that holds how the mail arrived. */
    static final String ARRIVAL = "arrival.json";

    /** So long one-time addresses take mail. */
    public static final Duration OPEN = Duration.ofDays(1);

    private static final String RUN = "mail-";

    private final Stores stores;
    private final Mails mails;
    private final MailAddresses addresses;
    private final OpenMailChecks open;
    private final CheckStarter starter;
    private final Periods periods;
    private final Clock clock;
    private final RandomGenerator random;
    private final Jsonb jsonb;

    /**
     * A check that waits for its mail.
     *
     * @param any takes mail with and without TLS
     * @param tlsOnly takes mail over TLS only
     * @param until both take mail
     */
    public record Waiting(
            Secret id, Language language, String any, String tlsOnly, Instant until) {}

    /**
     * A mail that was taken.
     *
     * @param id opens its result; empty where it came to a one-time address, and only those who
     *     asked for that have one
     * @param first false: the same mail, or another one to the same address, was taken before
     */
    public record Taken(Optional<Secret> id, StoredRun run, boolean first) {}

    /**
     * @param random one that nobody can predict: it makes ids and tokens
     */
    public MailDesk(
            Stores stores,
            Mails mails,
            MailAddresses addresses,
            CheckStarter starter,
            Periods periods,
            Clock clock,
            RandomGenerator random,
            Jsonb jsonb) {
        this.stores = stores;
        this.mails = mails;
        this.addresses = addresses;
        this.open = new OpenMailChecks(stores.claims(), addresses, clock, random);
        this.starter = starter;
        this.periods = periods;
        this.clock = clock;
        this.random = random;
        this.jsonb = jsonb;
    }

    /** Whether a run is that of a mail. */
    public static boolean isMail(StoredRun run) {
        return run.key().startsWith(RUN);
    }

    public MailAddresses addresses() {
        return addresses;
    }

    /** Opens a check with addresses of its own. */
    public Waiting open(Language language) {
        return open.open(language);
    }

    /** The check of this id, as long as its addresses take mail. */
    public Optional<Waiting> waiting(Secret id) {
        return open.waiting(id);
    }

    /** Whether mail to this address is taken now. */
    public boolean takes(String recipient) {
        return switch (addresses.read(recipient)) {
            case Addressee.Plain() -> true;
            case Addressee.OneTime oneTime -> open.of(oneTime).isPresent();
            case Addressee.Nobody() -> false;
        };
    }

    /**
     * Takes a mail, stores it, and has no run begun yet: {@link #start} does, once it is known what
     * is said to the sender.
     *
     * @param mail as it came; kept by nobody
     * @param language of the report where the mail came to the plain address
     */
    public Taken take(Arrival arrival, byte[] mail, Language language) {
        return arrival.recipients().stream()
                .flatMap(recipient -> open.of(addresses.read(recipient)).stream())
                .findFirst()
                .map(led -> ofAddress(led, arrival, mail))
                .orElseGet(() -> ofItsOwn(arrival, mail, language));
    }

    private Taken ofAddress(OpenMailChecks.Led led, Arrival arrival, byte[] mail) {
        Begun begun = begun("mail-of/" + led.id().hex(), arrival, mail);
        if (stores.results().check(led.id()).isEmpty()) {
            check(led.id(), led.language(), begun.run());
        }
        stores.claims().claim(asked(begun.run()), led.id().hex(), begun.run().expiresAt());
        if (arrival.recipients().stream().anyMatch(this::isTlsOnly)) {
            stores.claims().claim(tls(begun.run()), "yes", begun.run().expiresAt());
        }
        return new Taken(Optional.empty(), begun.run(), begun.first());
    }

    private boolean isTlsOnly(String recipient) {
        return addresses.read(recipient) instanceof Addressee.OneTime(Secret _, boolean tlsOnly)
                && tlsOnly;
    }

    /** Each time it comes it has an id of its own; they point at one run. */
    private Taken ofItsOwn(Arrival arrival, byte[] mail, Language language) {
        byte[] sender = (arrival.mailFrom() + "\n").getBytes(StandardCharsets.UTF_8);
        Hashed content = Hashed.of(sender, mail);
        Begun begun = begun("mail-same/" + content.hex(), arrival, mail);
        Secret id = Secret.random(random);
        check(id.hashed(), language, begun.run());
        return new Taken(Optional.of(id), begun.run(), begun.first());
    }

    private record Begun(StoredRun run, boolean first) {}

    /**
     * Whoever claims first names the run; if he died before it was stored, the next one stores it
     * under the same name.
     */
    private Begun begun(String claim, Arrival arrival, byte[] mail) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String mine = RUN + Secret.random(random).text();
        String key = stores.claims().claim(claim, mine, now.plus(periods.kept()));
        Optional<StoredRun> before = stores.results().run(key);
        if (before.isPresent()) {
            return new Begun(before.get(), false);
        }
        mails.write(key, mail);
        String json = jsonb.toJson(arrival);
        stores.documents().write(key, ARRIVAL, json.getBytes(StandardCharsets.UTF_8));
        StoredRun run =
                StoredRun.queued(
                        key,
                        domain(arrival, mail),
                        Optional.empty(),
                        now,
                        now.plus(periods.ofRun()));
        stores.results().add(run);
        return new Begun(run, true);
    }

    private void check(Hashed id, Language language, StoredRun run) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        stores.results()
                .add(
                        new StoredCheck(
                                id,
                                run.key(),
                                run.domain(),
                                language,
                                now,
                                now.plus(periods.kept())));
    }

    /** The author's, else that of the envelope; for a mail without either ours stands in. */
    private Domain domain(Arrival arrival, byte[] mail) {
        return ReceivedMail.read(mail, arrival.given(), new TrustedReceivers(List.of()))
                .authorDomain()
                .or(() -> Domain.parse(arrival.mailFromDomain()))
                .or(() -> Domain.parse(addresses.domain()))
                .orElseGet(() -> new Domain("mail.invalid"));
    }

    /** Has the run begin; to begin it twice is to begin it once. */
    public void start(StoredRun run) {
        if (run.status() == RunStatus.QUEUED) {
            starter.start(run);
        }
    }

    /** One more id that opens the result of a run: for the link in an answer. */
    public Secret anotherId(StoredRun run, Language language) {
        Secret id = Secret.random(random);
        check(id.hashed(), language, run);
        return id;
    }

    /** How the mail of a run arrived; empty where it is not there. */
    public Optional<Arrival> arrival(String run) {
        return stores.documents()
                .read(run, ARRIVAL)
                .map(json ->
                        jsonb.type(Arrival.class)
                                .fromJson(new String(json, StandardCharsets.UTF_8)));
    }

    /** The mail of a run as it came; empty once its days are over. */
    public Optional<byte[]> mail(String run) {
        return mails.read(run);
    }

    /** Whether a mail of this run also came to the address that takes mail over TLS only. */
    public boolean cameByTls(StoredRun run) {
        return stores.claims().holder(tls(run)).isPresent();
    }

    /** The check that was opened for the mail of this run; empty where none was. */
    public static Optional<Hashed> openedFor(StoredRun run, Claims claims) {
        return claims.holder(asked(run)).map(Hashed::new);
    }

    private static String asked(StoredRun run) {
        return "mail-asked/" + run.key();
    }

    private static String tls(StoredRun run) {
        return "mail-tls/" + run.key();
    }
}
