package dev.mailcheck.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a tour brings home; written to from both of its lanes. */
final class TourLog {
    private final List<SmtpSession> sessions = new ArrayList<>();
    private final List<FurtherSession> further = new ArrayList<>();
    private final List<SkippedSession> skipped = new ArrayList<>();

    /**
     * What was seen at one address.
     *
     * @param sessions of kind SENDER, in order
     */
    record Seen(
            List<SmtpSession> sessions,
            List<FurtherSession> further,
            List<SkippedSession> skipped) {}

    synchronized void sender(SmtpSession session) {
        sessions.add(session);
    }

    synchronized void further(SessionKind kind, SmtpSession session) {
        further.add(new FurtherSession(kind, session));
    }

    synchronized void skipped(SkippedSession session) {
        skipped.add(session);
    }

    /** For each of these servers there is a session, if only one that never began. */
    synchronized Seen seen(List<MailServer> servers) {
        return new Seen(
                servers.stream().flatMap(this::sessions).toList(),
                further.stream().sorted(Comparator.comparing(FurtherSession::kind)).toList(),
                skipped.stream().sorted(Comparator.comparing(SkippedSession::kind)).toList());
    }

    private Stream<SmtpSession> sessions(MailServer server) {
        List<SmtpSession> held =
                sessions.stream().filter(s -> s.host().equals(server.host())).toList();
        return held.isEmpty()
                ? Stream.of(SmtpSession.notBegun(server.host(), server.address()))
                : held.stream();
    }
}
