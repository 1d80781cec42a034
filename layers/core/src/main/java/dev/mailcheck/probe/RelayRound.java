package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.net.Deadline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The relay probe over all mail servers of one check. What it must know first is looked up while
 * the sessions begin; each address is asked once, however many hosts share it.
 */
final class RelayRound {
    private final Domain domain;
    private final Deadline deadline;
    private final CompletableFuture<RelayPlan> plan;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    RelayRound(Target target, Doors doors, Deadline deadline) {
        this.domain = target.domain();
        this.deadline = deadline;
        this.plan =
                CompletableFuture.supplyAsync(
                        new RelayPlanning(target, doors)::plan, doors.executor());
    }

    /** Waits for it until the deadline. */
    RelayPlan plan() {
        try {
            return plan.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return RelayPlan.none("DEADLINE");
        } catch (ExecutionException bug) {
            return RelayPlan.none("INTERNAL_ERROR");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return RelayPlan.none("DEADLINE");
        }
    }

    /** What to ask the server about relaying, if anything, and if nobody has. */
    Optional<RelayPaths> begin(MailServer server) {
        return paths(server).filter(paths -> begun.add(server.address()));
    }

    private Optional<RelayPaths> paths(MailServer server) {
        RelayPlan known = plan();
        return known.notProbed().isPresent() || known.isAtHome(server.host(), server.address())
                ? Optional.empty()
                : Optional.of(
                        new RelayPaths(domain.name(), server, known.probeDomain(), known.nobody()));
    }

    /**
     * The session for what is left to ask of a server.
     *
     * @param sessions those that a sender would have, all of one address
     */
    Optional<Errand> errand(
            Introduction introduction, MailServer server, List<SmtpSession> sessions) {
        return paths(server)
                .flatMap(paths -> RelayScript.after(toGoOnFrom(sessions), introduction, paths))
                .map(script -> Errand.of(SessionKind.RELAY, script, session -> true));
    }

    /** The one that was asked, or else the last. */
    private static SmtpSession toGoOnFrom(List<SmtpSession> sessions) {
        return sessions.stream()
                .filter(session -> session.relay().isPresent())
                .findFirst()
                .orElseGet(sessions::getLast);
    }
}
