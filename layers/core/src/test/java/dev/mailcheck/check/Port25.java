package dev.mailcheck.check;

import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.TlsFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions as they are seen, written down instead of held. */
final class Port25 {
    static final String CONTROL = "control.example";

    private Port25() {}

    static SmtpSession refusing(String host, String address) {
        return session(host, address, Optional.of(ConnectFailure.REFUSED), List.of());
    }

    static SmtpSession unreached(String host, String address) {
        return session(host, address, Optional.of(ConnectFailure.TIMEOUT), List.of());
    }

    /** One that greets with these words and offers these keywords. */
    static SmtpSession greeting(String host, String address, String banner, String... offers) {
        List<String> lines = new ArrayList<>(List.of(host));
        lines.addAll(List.of(offers));
        return session(
                host,
                address,
                Optional.empty(),
                List.of(
                        new SmtpExchange(SmtpStep.BANNER, new SmtpReply(220, List.of(banner))),
                        new SmtpExchange(SmtpStep.EHLO, new SmtpReply(250, lines))));
    }

    /** One that said these things and no more. */
    static SmtpSession replying(String host, String address, List<SmtpExchange> exchanges) {
        boolean later = exchanges.getFirst().reply().code() == 421;
        SmtpSession said = session(host, address, Optional.empty(), exchanges);
        return new SmtpSession(
                host,
                address,
                Optional.empty(),
                Optional.of(later ? Greeting.CLOSING : Greeting.READY),
                5,
                said.exchanges(),
                false,
                Optional.empty(),
                Optional.empty(),
                said.ownAddress(),
                List.of());
    }

    static SmtpSession sound(String host, String address) {
        return greeting(host, address, host + " ESMTP", "STARTTLS", "8BITMIME");
    }

    private static SmtpSession session(
            String host,
            String address,
            Optional<ConnectFailure> failure,
            List<SmtpExchange> exchanges) {
        return new SmtpSession(
                host,
                address,
                failure,
                failure.isPresent() ? Optional.empty() : Optional.of(Greeting.READY),
                5,
                exchanges,
                false,
                Optional.empty(),
                Optional.empty(),
                "203.0.113.9",
                List.of());
    }

    /** A session in which the handshake showed this. */
    static SmtpSession showing(String host, String address, TlsFacts facts) {
        SmtpSession sound = sound(host, address);
        return new SmtpSession(
                host,
                address,
                sound.notConnected(),
                sound.greeting(),
                sound.bannerMillis(),
                sound.exchanges(),
                false,
                Optional.of(facts),
                Optional.empty(),
                sound.ownAddress(),
                List.of());
    }

    static EgressObservation control(boolean named, boolean ipv6, SmtpSession... controls) {
        return new EgressObservation(
                Optional.empty(), named, List.of(controls), ipv6, "checker.example");
    }

    static EgressObservation noControl() {
        return new EgressObservation(
                Optional.of("NO_CONTROL"), false, List.of(), true, "checker.example");
    }

    /** What is seen of hosts, one for each session, in order of preference. */
    static Observations seen(EgressObservation egress, SmtpSession... sessions) {
        List<MxHost> hosts = new ArrayList<>();
        for (SmtpSession session : sessions) {
            hosts.add(SmtpLab.host(10 * hosts.size(), session.host(), session.address()));
        }
        return new Observations(
                List.of(
                        SmtpLab.mx(false, hosts.toArray(MxHost[]::new)),
                        new SmtpObservation(Optional.empty(), List.of(sessions)),
                        egress));
    }
}
