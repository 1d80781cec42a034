package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mailcheck.check.Judgement;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.MtaStsProbe;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SignedZone;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.ValidatedName;
import dev.mailcheck.report.Report.Outlook;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.world.https.HttpsHost;
import dev.mailcheck.world.tls.CertificateAuthority;
import dev.mailcheck.world.tls.CertificateSpec;

import org.junit.jupiter.api.Test;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ForeseenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private static final Dns ZONE =
            ZoneDns.of(
                    Map.of(
                            "_mta-sts.example.com", Map.of("TXT", List.of("v=STSv1; id=1")),
                            "mta-sts.example.com", Map.of("A", List.of("192.0.2.16"))));

    private final CertificateAuthority authority = new CertificateAuthority(NOW);

    @Test
    void ofEachHostTheCertificateThatExpiresFirstSoonestFirst() {
        assertThat(
                        Foreseen.in(
                                seen(
                                        session("mx1.example.com", 80),
                                        session("mx2.example.com", 40),
                                        session("mx2.example.com", 20))))
                .containsExactly(
                        new Outlook(
                                "CERTIFICATE_EXPIRES",
                                "mx2.example.com",
                                "2026-12-12T00:00:00Z",
                                20),
                        new Outlook(
                                "CERTIFICATE_EXPIRES",
                                "mx1.example.com",
                                "2027-02-10T00:00:00Z",
                                80));
    }

    @Test
    void whatHasExpiredIsNotAhead() {
        assertThat(Foreseen.in(seen(session("mx1.example.com", -1)))).isEmpty();
    }

    @Test
    void whereNothingWasSeenNothingIsForeseen() {
        assertThat(Foreseen.in(seen())).isEmpty();
        assertThat(Foreseen.in(seen(session("mx1.example.com", List.of("AAAA"))))).isEmpty();
    }

    @Test
    void thePolicyHostsCertificateCountsWhereAPolicyIsInForce() {
        assertThat(Foreseen.in(policy("enforce")))
                .extracting(Outlook::subject, Outlook::days)
                .containsExactly(tuple("mta-sts.example.com", 80L));
        assertThat(Foreseen.in(policy("none"))).isEmpty();
    }

    @Test
    void ofEachZoneTheSignatureThatEndsFirst() {
        DnssecObservation seen =
                new DnssecObservation(
                        List.of(
                                signed("example.com", 9),
                                signed("_dmarc.example.com", 7),
                                signed("mx.host.example.com", 3),
                                signed("mx.elsewhere.example", 5)),
                        List.of(zone("example.com"), zone("host.example.com")));

        assertThat(
                        Foreseen.in(
                                new Judgement(
                                        new Target(new Domain("example.com"), CheckOptions.DEFAULT),
                                        new Observations(List.of(seen)),
                                        NOW)))
                .extracting(Outlook::event, Outlook::subject, Outlook::days)
                .containsExactly(
                        tuple("RRSIG_EXPIRES", "host.example.com", 3L),
                        tuple("RRSIG_EXPIRES", "mx.elsewhere.example", 5L),
                        tuple("RRSIG_EXPIRES", "example.com", 7L));
    }

    private static ValidatedName signed(String name, int days) {
        Instant end = NOW.plus(Duration.ofDays(days));
        return new ValidatedName(
                ValidatedName.Use.DOMAIN,
                DnsName.of(name),
                RecordType.TXT,
                true,
                new Security(
                        Security.State.SECURE,
                        "",
                        Optional.of(end),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    private static SignedZone zone(String name) {
        DnsAnswer none = new DnsAnswer.Absent(true, List.of());
        Security unknown = Security.of(Security.State.UNKNOWN, "");
        return new SignedZone(DnsName.of(name), true, none, unknown, none, unknown, none, unknown);
    }

    /** With a sound policy host, whose certificate ends in 80 days. */
    private static Judgement policy(String mode) {
        HttpsHost host =
                HttpsHost.policy(
                        "mta-sts.example.com",
                        "version: STSv1\nmode: " + mode + "\nmx: a.example\nmax_age: 1209600\n");
        try (SmtpLab lab = new SmtpLab(plan -> plan.https("192.0.2.16", host))) {
            Target target = lab.target("example.com");
            Observation seen =
                    new MtaStsProbe()
                            .observe(
                                    target,
                                    new Observations(List.of()),
                                    lab.doors(ZONE, Deadline.in(Duration.ofMinutes(1))));
            return new Judgement(target, new Observations(List.of(seen)), SmtpLab.NOW);
        }
    }

    private SmtpSession session(String host, int days) {
        CertificateSpec sound = CertificateSpec.sound(host);
        CertificateSpec spec =
                new CertificateSpec(
                        sound.names(),
                        sound.issuer(),
                        sound.key(),
                        sound.digest(),
                        sound.begins(),
                        Duration.ofDays(days),
                        sound.intermediates(),
                        true);
        try {
            byte[] der = authority.issue(spec).leaf().getEncoded();
            return session(host, List.of(Base64.getEncoder().encodeToString(der)));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SmtpSession session(String host, List<String> certificates) {
        TlsFacts facts =
                new TlsFacts(
                        "sender",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        true,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        certificates.size(),
                        0,
                        certificates,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty());
        return new SmtpSession(
                host,
                "192.0.2.1",
                Optional.empty(),
                Optional.of(Greeting.READY),
                0,
                List.of(),
                false,
                Optional.of(facts),
                Optional.empty(),
                "",
                List.of());
    }

    private static Judgement seen(SmtpSession... sessions) {
        List<Observation> smtp = List.of(new SmtpObservation(Optional.empty(), List.of(sessions)));
        return new Judgement(
                new Target(new Domain("example.com"), CheckOptions.DEFAULT),
                new Observations(smtp),
                NOW);
    }
}
