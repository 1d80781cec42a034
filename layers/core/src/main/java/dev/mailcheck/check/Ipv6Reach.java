package dev.mailcheck.check;

import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What became of connecting to a mail host's IPv6 address at port 25. */
sealed interface Ipv6Reach {
    /** The reasons that mean that nothing came back at all. */
    Set<String> SILENCE = Set.of("TIMEOUT", "UNREACHABLE", "NO_GREETING");

    String host();

    String address();

    record Answers(String host, String address) implements Ipv6Reach {}

    /** Nothing answers, though IPv6 and port 25 work from here. */
    record Dead(String host, String address) implements Ipv6Reach {}

    record NotKnown(String host, String address, String reason) implements Ipv6Reach {}

    /** One for each IPv6 address that was to be probed; none where nothing may be connected to. */
    static List<Ipv6Reach> of(Judgement judgement, MxObservation mx) {
        Optional<SmtpObservation> smtp = judgement.seen().find(SmtpObservation.class);
        if (smtp.isEmpty()) {
            String reason = judgement.seen().missingBecause(SmtpObservation.class);
            return unseen(mx, reason);
        }
        if (smtp.get().notProbed().isPresent()) {
            return List.of();
        }
        Vantage vantage = Vantage.of(judgement.seen());
        return MailAddress.of(mx, smtp.get()).stream()
                .filter(address -> address.last().isIpv6())
                .map(address -> of(address, vantage, otherAnswers(judgement, address)))
                .toList();
    }

    private static List<Ipv6Reach> unseen(MxObservation mx, String reason) {
        return mx.hosts().stream()
                .flatMap(host ->
                        host.probed().stream()
                                .filter(address -> address.indexOf(':') >= 0)
                                .<Ipv6Reach>map(a -> new NotKnown(host.name(), a, reason)))
                .toList();
    }

    private static Ipv6Reach of(MailAddress at, Vantage vantage, boolean otherAnswers) {
        return switch (Reach.of(at.last(), vantage)) {
            case Reach.Answers answers -> new Answers(at.host(), at.address());
            case Reach.TakesNoMail never -> new Answers(at.host(), at.address());
            case Reach.Refuses refuses -> new Dead(at.host(), at.address());
            case Reach.NotKnown(String reason) ->
                    otherAnswers && SILENCE.contains(reason)
                            ? new Dead(at.host(), at.address())
                            : new NotKnown(at.host(), at.address(), reason);
        };
    }

    /** Whether another server was spoken to over IPv6, so that silence is this one's. */
    private static boolean otherAnswers(Judgement judgement, MailAddress address) {
        Stream<SmtpSession> targets =
                judgement.seen().find(SmtpObservation.class).stream()
                        .flatMap(smtp -> smtp.sessions().stream());
        Stream<SmtpSession> controls =
                judgement.seen().find(EgressObservation.class).stream()
                        .flatMap(egress -> egress.controls().stream());
        return Stream.concat(targets, controls)
                .filter(session -> !session.address().equals(address.address()))
                .anyMatch(session -> session.isIpv6() && session.welcomed());
    }
}
