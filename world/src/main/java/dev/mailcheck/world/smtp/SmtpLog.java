package dev.mailcheck.world.smtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened at one SMTP address of the world. Safe to read while sessions run. */
public final class SmtpLog {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<SmtpSessionLog> sessions = new ArrayList<>();
    private int open;
    private int mostOpen;

    /** Returns all sessions, in the order in which they were opened. */
    public synchronized List<SmtpSessionLog> sessions() {
        return List.copyOf(sessions);
    }

    /** Returns the commands of all sessions, session by session. */
    public List<String> commands() {
        return sessions().stream().flatMap(session -> session.commands().stream()).toList();
    }

    /** Tells whether any session had a command with this verb, such as {@code DATA}. */
    public boolean saw(String verb) {
        return sessions().stream().anyMatch(session -> session.saw(verb));
    }

    /**
     * Tells whether every session was ended by QUIT, but for those that the host ended itself and
     * those that ended in a handshake, where nobody can say it. Waits until the host has heard all
     * of it, since a client need not wait for the host's goodbye.
     */
    public boolean alwaysQuit() {
        awaitEnd();
        return sessions().stream()
                .allMatch(s -> s.saw("QUIT") || s.endedByHost() || s.endedInHandshake());
    }

    private synchronized void awaitEnd() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (open > 0 && System.nanoTime() < end) {
                wait(PATIENCE.toMillis());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many sessions at most were open at the same time. */
    public synchronized int mostOpenAtOnce() {
        return mostOpen;
    }

    synchronized SmtpSessionLog opened() {
        SmtpSessionLog session = new SmtpSessionLog();
        sessions.add(session);
        open++;
        mostOpen = Math.max(mostOpen, open);
        return session;
    }

    synchronized void closed() {
        open--;
        notifyAll();
    }
}
