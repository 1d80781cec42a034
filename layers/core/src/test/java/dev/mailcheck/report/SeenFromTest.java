package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.probe.Target;
import dev.mailcheck.report.Report.VantageView;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SeenFromTest {
    private static final DnsAnswer NONE = new DnsAnswer.Absent(true, List.of());

    @Test
    void whereNothingWasTriedNothingIsKnown() {
        assertThat(from().vantage())
                .isEqualTo(new VantageView("unknown", false, "unknown", "localhost"));
        assertThat(from().own().addresses()).isEmpty();
    }

    @Test
    void controlHostAndResolverTellFromWhereItWasSeen() {
        EgressObservation egress =
                new EgressObservation(
                        Optional.empty(),
                        false,
                        List.of(session("198.51.100.1", "10.0.0.5", "control.example")),
                        true,
                        "localhost");

        assertThat(from(egress, resolver(ResolverKind.REWRITES)).vantage())
                .isEqualTo(new VantageView("open", true, "rewrites", "localhost"));
    }

    @Test
    void ourAddressesAreThoseOfOurEndAndThoseThatServersSayBack() {
        SmtpObservation smtp =
                new SmtpObservation(
                        Optional.empty(),
                        List.of(
                                session(
                                        "192.0.2.1",
                                        "10.0.0.5",
                                        "mx.example.com Hello [203.0.113.7], pleased"),
                                session(
                                        "2001:db8::1",
                                        "fd00::5",
                                        "mx.example.com [2001:db8::1] at your service"),
                                session("192.0.2.2", "", "hello [IPv6:2001:db8::7] [no.address]")));

        assertThat(from(smtp).own().addresses())
                .containsExactlyInAnyOrder("10.0.0.5", "fd00::5", "203.0.113.7", "2001:db8::7");
    }

    @Test
    void whatTheDomainPublishesIsItsName() {
        MxHost host = new MxHost(10, "mx.example.com", false, NONE, NONE, List.of());

        assertThat(
                        from(new MxObservation(NONE, false, false, List.of(host), List.of()))
                                .published())
                .containsExactlyInAnyOrder("example.com", "mx.example.com");
    }

    private static SmtpSession session(String address, String ownAddress, String hello) {
        return new SmtpSession(
                "mx.example.com",
                address,
                Optional.empty(),
                Optional.of(Greeting.READY),
                5,
                List.of(
                        new SmtpExchange(
                                SmtpStep.BANNER, new SmtpReply(220, List.of("mx [192.0.2.200]"))),
                        new SmtpExchange(
                                SmtpStep.EHLO,
                                new SmtpReply(250, List.of(hello, "STARTTLS", "[192.0.2.201]")))),
                false,
                Optional.empty(),
                Optional.empty(),
                ownAddress,
                List.of());
    }

    private static SeenFrom from(Observation... observations) {
        return new SeenFrom(
                new Seen(
                        new Target(new Domain("example.com"), CheckOptions.DEFAULT),
                        new Observations(List.of(observations)),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Map.of()));
    }

    private static ResolverObservation resolver(ResolverKind kind) {
        Security secure = Security.of(Security.State.SECURE, "");
        return new ResolverObservation(kind, secure, "example", secure, false);
    }
}
