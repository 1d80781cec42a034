package dev.mailcheck.check;

import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.OwnEnd;
import dev.mailcheck.probe.RelayPlan;
import dev.mailcheck.probe.RelayTrial;
import dev.mailcheck.probe.SessionKind;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that one address of a mail host showed about relaying. */
final class RelayAddress {
    private final MailAddress address;
    private final RelayPlan plan;
    private final List<SmtpSession> sessions;

    RelayAddress(MailAddress address, SmtpObservation smtp) {
        this.address = address;
        this.plan = smtp.relay();
        this.sessions =
                Stream.concat(
                                address.sessions().stream(),
                                smtp
                                        .further(SessionKind.RELAY, address.address())
                                        .filter(s -> s.host().equals(address.host()))
                                        .stream())
                        .toList();
    }

    MailAddress address() {
        return address;
    }

    List<RelayTrial> trials() {
        return sessions.stream().flatMap(session -> session.relay().stream()).toList();
    }

    /**
     * The verdict.
     *
     * @param lab in labs all is near, and nobody is inside
     */
    RelayVerdict verdict(Vantage vantage, boolean lab) {
        Optional<String> obstacle = vantage.obstacle();
        if (obstacle.isPresent()) {
            return new RelayVerdict.NotKnown(obstacle.get());
        }
        List<RelayTrial> trials = trials();
        if (trials.isEmpty()) {
            return new RelayVerdict.NotKnown(whyNotAsked(vantage));
        }
        Optional<String> inside =
                isInside() && !lab ? Optional.of("INSIDE_THEIR_NETWORK") : Optional.empty();
        return RelayVerdict.of(new RelayForms(trials, ours()), inside);
    }

    private String whyNotAsked(Vantage vantage) {
        return switch (Reach.of(address.last(), vantage)) {
            case Reach.NotKnown(String reason) -> reason;
            case Reach.Refuses refuses -> "REFUSED";
            case Reach.TakesNoMail never -> "NO_MAIL_HERE";
            case Reach.Answers answers -> whyNotAsked(address.last());
        };
    }

    private String whyNotAsked(SmtpSession session) {
        if (plan.notProbed().isPresent()) {
            return plan.notProbed().get();
        }
        if (plan.isAtHome(address.host(), address.address())) {
            return "PROBE_DOMAIN_NOT_FOREIGN";
        }
        return session.trouble()
                .map(Reach::word)
                .orElseGet(() -> session.tls().isPresent() ? "TLS_FAILED" : "NOT_RUN");
    }

    private Set<String> ours() {
        return sessions.stream()
                .flatMap(OwnEnd::addresses)
                .filter(own -> !own.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whoever is in a server's own network is often allowed to relay, and rightly so. */
    private boolean isInside() {
        return ours().stream().anyMatch(own -> isNear(own, address.address()));
    }

    private static boolean isNear(String own, String other) {
        Optional<byte[]> one = IpLiteral.parse(own).map(InetAddress::getAddress);
        Optional<byte[]> two = IpLiteral.parse(other).map(InetAddress::getAddress);
        if (one.isEmpty() || two.isEmpty() || one.get().length != two.get().length) {
            return false;
        }
        int network = one.get().length == 4 ? 3 : 8;
        return Arrays.equals(one.get(), 0, network, two.get(), 0, network);
    }
}
