package dev.mailcheck.cli.embedded;

import dev.mailcheck.service.SourceNetwork;

import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How many sessions a network may have at once, and how long one may take in all: time-outs of
 * sockets begin anew with every byte.
 */
final class SmtpSessions implements SessionHandler, AutoCloseable {
    private final int mostOfANetwork;
    private final Duration longest;
    private final Map<Session, Open> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("smtp-deadlines").factory());

    private record Open(String network, ScheduledFuture<?> end) {}

    SmtpSessions(int mostOfANetwork, Duration longest) {
        this.mostOfANetwork = mostOfANetwork;
        this.longest = longest;
    }

    @Override
    public SessionAcceptance accept(Session session) {
        String network =
                SourceNetwork.of(
                        session.getRemoteAddress()
                                .getAddress()
                                .getHostAddress()
                                .replaceFirst("%.*", ""));
        ScheduledFuture<?> end =
                timer.schedule(() -> cut(session), longest.toMillis(), TimeUnit.MILLISECONDS);
        open.put(session, new Open(network, end));
        long same = open.values().stream().filter(one -> one.network().equals(network)).count();
        if (same > mostOfANetwork) {
            onSessionEnd(session);
            return SessionAcceptance.failure(421, "4.7.0 Too many sessions from your network");
        }
        return SessionAcceptance.success();
    }

    /** At the deadline, whatever the session is doing. */
    private void cut(Session session) {
        open.remove(session);
        try {
            session.closeSocket();
        } catch (IOException goneAlready) {
            open.remove(session);
        }
    }

    @Override
    public void onSessionEnd(Session session) {
        Open ended = open.remove(session);
        if (ended != null) {
            ended.end().cancel(false);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
