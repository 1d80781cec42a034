package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.AnswerRules;
import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Routing;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.run.Surroundings;
import dev.mailcheck.service.AnswerDesk;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.MailQuotas;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.service.RunNews;
import dev.mailcheck.service.SilenceCounts;
import dev.mailcheck.store.Crashing;
import dev.mailcheck.store.Mails;
import dev.mailcheck.store.Stores;
import dev.mailcheck.tls.JdkTrustAnchors;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * One process of the mail door over a directory, without a network: the DNS is a zone. It can be
 * made to end behind any step.
 */
final class MailFlow implements AutoCloseable {
    static final String OURS = "check@check.example.net";
    static final String SENDER = "ann@example.com";
    static final Clock CLOCK = Clock.systemUTC();

    private static final ZoneDns ZONE =
            ZoneDns.of(
                    Map.of(
                            "example.com",
                            Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 ip4:127.0.0.1 -all")),
                            "_dmarc.example.com",
                            Map.of("TXT", List.of("v=DMARC1; p=reject")),
                            "other.example.net",
                            Map.of("TXT", List.of("v=spf1 ip4:192.0.2.2 -all")),
                            "d0.example",
                            Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 ip4:127.0.0.1 -all")),
                            "d1.example",
                            Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 ip4:127.0.0.1 -all")),
                            "d2.example",
                            Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 ip4:127.0.0.1 -all")),
                            "d3.example",
                            Map.of("TXT", List.of("v=spf1 ip4:192.0.2.1 ip4:127.0.0.1 -all"))));

    final List<OutgoingMail> handedOver = Collections.synchronizedList(new ArrayList<>());
    final List<RuntimeException> faults = Collections.synchronizedList(new ArrayList<>());
    final MailDesk desk;
    final MailReception reception;
    final EmbeddedStores embedded;
    final ServiceRuns runs;
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    final SilenceCounts counts;
    private final Outbox outbox;
    private final ReplyDelivery delivery;

    MailFlow(Path directory, Crashing crashing, MailAddresses addresses) throws UnusableDirectory {
        embedded = EmbeddedStores.open(directory, CLOCK);
        Stores stores = crashing.around(embedded.stores());
        Mails mails = crashing.around(Mails.class, new DirectoryMails(directory.resolve("mails")));
        Looking looking =
                new Looking(
                        surroundings(),
                        CheckOptions.DEFAULT.withoutNetwork(),
                        Optional.of(ZONE),
                        Duration.ofSeconds(20));
        outbox = new Outbox(directory.resolve("outbox"), stores.claims(), CLOCK);
        counts = new SilenceCounts(stores.counters(), CLOCK);
        delivery =
                new ReplyDelivery(
                        outbox,
                        crashing.around(
                                ReplyRoad.class,
                                (mail, goesOut) -> {
                                    goesOut.run();
                                    handedOver.add(mail);
                                }),
                        counts,
                        CLOCK,
                        OperatorLines.into(notes, faults));
        MailQuotas quotas =
                new MailQuotas(
                        stores.counters(),
                        stores.claims(),
                        CLOCK,
                        new Quotas.Limits(List.of(), 1_000_000));
        AtomicReference<MailDesk> made = new AtomicReference<>();
        AtomicReference<AnswerDesk> answers = new AtomicReference<>();
        runs =
                new ServiceRuns(
                        stores,
                        looking,
                        Periods.DEFAULT,
                        starter -> {
                            made.set(
                                    new MailDesk(
                                            stores,
                                            mails,
                                            addresses,
                                            starter,
                                            Periods.DEFAULT,
                                            CLOCK,
                                            new SecureRandom(),
                                            Jsonb.instance()));
                            answers.set(
                                    new AnswerDesk(
                                            made.get(),
                                            stores,
                                            AnswerRules.everybody(),
                                            quotas,
                                            counts,
                                            () -> URI.create("https://check.example.net"),
                                            CLOCK,
                                            Jsonb.instance()));
                            return Optional.of(
                                    new MailWork(
                                            looking,
                                            made.get(),
                                            answers.get(),
                                            outbox,
                                            () -> {},
                                            LargeMails.ofThisProcess(),
                                            key -> 0));
                        },
                        faults::add,
                        RunNews.NONE);
        desk = made.get();
        MailWork work = runs.mails().orElseThrow();
        reception =
                new MailReception(
                        desk,
                        answers.get(),
                        quotas,
                        mail -> work.authentication(mail, runs.threads()),
                        UnaryOperator.identity(),
                        faults::add);
    }

    private static Surroundings surroundings() {
        return new Surroundings(
                AddressPolicy.PUBLIC_ONLY,
                Routing.DIRECT,
                List.of(),
                TrustAnchorSet.iana(),
                JdkTrustAnchors.ofJdk(Path.of(System.getProperty("java.home")), List.of()),
                () -> false,
                "",
                Optional::empty,
                CLOCK,
                new SecureRandom(),
                ListKeys.NONE);
    }

    static byte[] mail(String id, String... fields) {
        return ("From: Ann <"
                        + SENDER
                        + ">\r\nTo: "
                        + OURS
                        + "\r\nSubject: test\r\nDate: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                Instant.EPOCH.atZone(ZoneOffset.UTC))
                        + "\r\nMessage-ID: <"
                        + id
                        + "@example.com>\r\n"
                        + String.join("", fields)
                        + "\r\nhello\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Arrival arrival(String mailFrom, String client, String to) {
        return new Arrival(
                mailFrom,
                List.of(to),
                Optional.of(client),
                Optional.of("mx.example.com"),
                Encryption.ENCRYPTED,
                Optional.of("TLSv1.3"),
                Optional.empty(),
                CLOCK.instant());
    }

    /** What a sound sender hears. */
    Reply send(byte[] mail) {
        return reception.received(arrival(SENDER, "192.0.2.1", OURS), mail);
    }

    /** What a process does when it begins. */
    void restart() {
        embedded.unfinished().forEach(runs::start);
    }

    /** Waits until nothing runs. */
    void settle() throws InterruptedException {
        while (runs.isBusy()) {
            Thread.sleep(5);
        }
    }

    /** Whether it is noted of an answer that it goes out, and not what became of it. */
    boolean isGoingOut() throws IOException {
        return outbox.waiting().stream()
                .map(Outbox.Waiting::run)
                .anyMatch(run -> outbox.mayHaveGoneOut(run) && !outbox.isDone(run));
    }

    /** One round of the delivery. */
    void deliver() {
        delivery.round();
    }

    @Override
    public void close() {
        delivery.close();
        runs.close();
        embedded.close();
    }
}
