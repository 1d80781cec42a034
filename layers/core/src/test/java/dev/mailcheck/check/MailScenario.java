package dev.mailcheck.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.NoNetwork;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.Progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One received mail in a small DNS, looked at by all probes of a mail, and judged. */
final class MailScenario {
    static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");

    private final Seen seen;

    private MailScenario(Seen seen) {
        this.seen = seen;
    }

    /** With an envelope that the user gives. */
    static MailScenario of(
            String mail,
            String ip,
            String helo,
            String mailFrom,
            Map<String, ? extends Map<String, ?>> zone) {
        return of(
                mail.getBytes(ISO_8859_1),
                new Envelope.Given(
                        Optional.of(ip),
                        Optional.of(helo),
                        Optional.of(mailFrom),
                        Optional.empty()),
                zone);
    }

    /** With nothing said about the envelope but what trusted fields tell. */
    static MailScenario of(String mail, Map<String, ? extends Map<String, ?>> zone) {
        return of(mail.getBytes(ISO_8859_1), Envelope.Given.nothing(), zone);
    }

    static MailScenario of(
            byte[] mail, Envelope.Given given, Map<String, ? extends Map<String, ?>> zone) {
        ReceivedMail received =
                ReceivedMail.read(
                        mail, given, new TrustedReceivers(List.of("mx.receiver.example")));
        CheckOptions options = ListLab.inZoneFile(CheckOptions.DEFAULT);
        Target target = new Target(ReportKind.MAIL, received.authorDomain(), options);
        Clock clock = Clock.fixed(AT, ZoneOffset.UTC);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Doors doors =
                    new Doors(
                            ZoneDns.of(zone),
                            NoNetwork.withoutIpv6(),
                            List::of,
                            Deadline.in(Duration.ofSeconds(60)),
                            clock,
                            new Random(1),
                            executor);
            return new MailScenario(
                    CheckRunner.observe(
                            target,
                            received,
                            SignatureCrypto.forOneMail(),
                            doors,
                            AT,
                            Progress.NONE));
        }
    }

    Seen seen() {
        return seen;
    }

    Judgement judgement() {
        return new Judgement(seen.target(), seen.observations(), AT);
    }

    CheckResult result(Check check) {
        return Checks.judge(check, judgement());
    }

    /** The names of all codes found, in the order found. */
    List<String> codes(Check check) {
        return result(check).findings().stream().map(Finding::code).map(Enum::name).toList();
    }
}
