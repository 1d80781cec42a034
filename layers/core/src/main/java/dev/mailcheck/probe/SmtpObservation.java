package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the domain's mail hosts said, address by address. An address comes twice where a handshake
 * broke off and was tried once more, or where several hosts share it.
 *
 * @param notProbed why nothing was sent at all: SWITCHED_OFF, NO_NETWORK, NO_MAIL_HOSTS
 * @param sessions those that a sender of today would have, best host first
 * @param further those that ask for what is old or weak, in the order of the kinds
 * @param skipped those that manners left out
 * @param relay whether and where to they were asked to relay
 */
@Json
public record SmtpObservation(
        Optional<String> notProbed,
        List<SmtpSession> sessions,
        List<FurtherSession> further,
        List<SkippedSession> skipped,
        RelayPlan relay)
        implements Observation {
    public SmtpObservation {
        sessions = List.copyOf(sessions);
        further = List.copyOf(further);
        skipped = List.copyOf(skipped);
    }

    /** With senders' sessions alone. */
    public SmtpObservation(Optional<String> notProbed, List<SmtpSession> sessions) {
        this(notProbed, sessions, List.of(), List.of(), RelayPlan.none("NOT_RUN"));
    }

    static SmtpObservation none(String reason) {
        return new SmtpObservation(Optional.of(reason), List.of());
    }

    /** All that were held, of whatever kind. */
    public Stream<SmtpSession> all() {
        return Stream.concat(sessions.stream(), further.stream().map(FurtherSession::session));
    }

    /**
     * Where the relay probe was held without the forms that have a session of their own, as {@link
     * MxObservation} writes addresses.
     */
    public List<String> withoutAllRelayForms() {
        return sessions.stream()
                .filter(session -> session.relay().filter(RelayTrial::controlHolds).isPresent())
                .filter(session -> further(SessionKind.RELAY, session.address()).isEmpty())
                .map(session -> MxObservation.leftOut(session.host(), session.address()))
                .distinct()
                .toList();
    }

    /** The session of this kind at an address, if it was held. */
    public Optional<SmtpSession> further(SessionKind kind, String address) {
        return further.stream()
                .filter(each -> each.kind() == kind)
                .map(FurtherSession::session)
                .filter(session -> session.address().equals(address))
                .findFirst();
    }
}
