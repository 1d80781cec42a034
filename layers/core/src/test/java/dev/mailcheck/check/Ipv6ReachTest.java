package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.probe.Target;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Silence over IPv6 is a host's fault only where IPv6 is seen to work from here. */
final class Ipv6ReachTest {
    private static final String SILENT = "2001:db8::1";
    private static final String OTHER = "2001:db8::2";

    private static SmtpSession session(
            String host, String address, Optional<ConnectFailure> failure) {
        boolean spoke = failure.isEmpty();
        SmtpReply ehlo = new SmtpReply(250, List.of(host, "STARTTLS"));
        return new SmtpSession(
                host,
                address,
                failure,
                spoke ? Optional.of(Greeting.READY) : Optional.empty(),
                0,
                spoke ? List.of(new SmtpExchange(SmtpStep.EHLO, ehlo)) : List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    private static SmtpSession silent(String address) {
        return session("mx.example.com", address, Optional.of(ConnectFailure.TIMEOUT));
    }

    private static SmtpSession answers(String host, String address) {
        return session(host, address, Optional.empty());
    }

    private static List<Ipv6Reach> reach(
            boolean ipv6, List<SmtpSession> controls, SmtpSession... sessions) {
        DnsAnswer none = new DnsAnswer.Absent(true, List.of());
        MxObservation mx =
                SmtpLab.mx(
                        false,
                        new MxHost(
                                10, "mx.example.com", false, none, none, List.of(SILENT, OTHER)));
        Observations seen =
                new Observations(
                        List.of(
                                mx,
                                new SmtpObservation(Optional.empty(), List.of(sessions)),
                                new EgressObservation(
                                        Optional.empty(), false, controls, ipv6, "us.example")));
        return Ipv6Reach.of(
                new Judgement(
                        new Target(
                                new Domain("example.com"), SmtpLab.options("control.example:25")),
                        seen,
                        SmtpLab.NOW),
                mx);
    }

    @Test
    void aSilentAddressBesideOneThatAnswersIsDead() {
        assertThat(reach(true, List.of(), silent(SILENT), answers("mx.example.com", OTHER)))
                .containsExactly(
                        new Ipv6Reach.Dead("mx.example.com", SILENT),
                        new Ipv6Reach.Answers("mx.example.com", OTHER));
    }

    @Test
    void aSilentAddressIsDeadWhereAControlHostAnswersOverIpv6() {
        SmtpSession control = answers("control.example", "2001:db8::99");

        assertThat(reach(true, List.of(control), silent(SILENT)))
                .containsExactly(new Ipv6Reach.Dead("mx.example.com", SILENT));
    }

    @Test
    void aControlHostOverIpv4ProvesNothingOfIpv6() {
        SmtpSession control = answers("control.example", "192.0.2.99");

        assertThat(reach(true, List.of(control), silent(SILENT)))
                .containsExactly(new Ipv6Reach.NotKnown("mx.example.com", SILENT, "TIMEOUT"));
    }

    @Test
    void withoutIpv6HereNothingIsKnown() {
        assertThat(reach(false, List.of(), silent(SILENT)))
                .containsExactly(new Ipv6Reach.NotKnown("mx.example.com", SILENT, "NO_IPV6_HERE"));
    }
}
