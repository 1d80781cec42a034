package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.probe.Target;
import dev.mailcheck.report.Report.Outlook;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.tls.TlsFacts;
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
                                "CERTIFICATE_EXPIRES", "mx2.example.com", "2026-12-12T00:00:00Z"),
                        new Outlook(
                                "CERTIFICATE_EXPIRES", "mx1.example.com", "2027-02-10T00:00:00Z"));
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

    private static Seen seen(SmtpSession... sessions) {
        List<Observation> smtp = List.of(new SmtpObservation(Optional.empty(), List.of(sessions)));
        return new Seen(
                new Target(new Domain("example.com"), CheckOptions.DEFAULT),
                new Observations(smtp),
                NOW,
                NOW,
                Map.of());
    }
}
