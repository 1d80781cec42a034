package dev.mailcheck.service;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes checks from all doors. Every check has an id of its own; those of one domain within minutes
 * point at one run, however many ask at once, so that the domain's servers see one visitor.
 */
public final class CheckDesk {
    private final Results results;
    private final Claims claims;
    private final CheckStarter starter;
    private final Periods periods;
    private final Clock clock;
    private final RandomGenerator random;

    /** A check that was taken, the id that opens it, and its run, which may have ended already. */
    public record Accepted(Secret id, StoredCheck check, StoredRun run) {}

    /**
     * @param random one that nobody can predict: it makes the ids
     */
    public CheckDesk(
            Stores stores,
            CheckStarter starter,
            Periods periods,
            Clock clock,
            RandomGenerator random) {
        this.results = stores.results();
        this.claims = stores.claims();
        this.starter = starter;
        this.periods = periods;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Takes a check; when this returns it is stored, and will be run.
     *
     * @param fresh the DNS is asked again, even if it was within minutes; mail servers are not
     */
    public Accepted accept(Domain domain, Language language, boolean fresh) {
        return accept(Secret.random(random), domain, language, fresh);
    }

    /**
     * Takes a check whose id was made where it was asked for; taken twice it is one check.
     *
     * @param fresh the DNS is asked again, even if it was within minutes; mail servers are not
     */
    public Accepted accept(Secret id, Domain domain, Language language, boolean fresh) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StoredRun run = run(domain, fresh, now);
        StoredCheck check =
                new StoredCheck(
                        id.hashed(), run.key(), domain, language, now, now.plus(periods.kept()));
        results.add(check);
        if (run.status() == RunStatus.QUEUED) {
            starter.start(run);
        }
        return new Accepted(id, check, run);
    }

    /** A run that has not ended is as fresh as can be. */
    private StoredRun run(Domain domain, boolean fresh, Instant now) {
        String key = "domain/" + domain.name();
        Optional<StoredRun> held = claims.holder(key).flatMap(results::run);
        boolean usable =
                held.filter(run -> run.status() != RunStatus.FAILED)
                        .filter(run -> !fresh || run.status() != RunStatus.DONE)
                        .isPresent();
        return usable ? held.get() : begun(key, queued(domain, held, now), held, now);
    }

    private StoredRun queued(Domain domain, Optional<StoredRun> before, Instant now) {
        return StoredRun.queued(
                Secret.random(random).text(),
                domain,
                before.flatMap(run -> earlier(run, now)),
                now,
                now.plus(periods.ofRun()));
    }

    /** The run that did ask the mail servers, if that is not too long ago. */
    private Optional<String> earlier(StoredRun before, Instant now) {
        Optional<StoredRun> asked =
                before.earlier().isPresent()
                        ? results.run(before.earlier().get())
                        : Optional.of(before);
        return asked.filter(run -> run.status() == RunStatus.DONE)
                .filter(run -> run.createdAt().plus(periods.reuse()).isAfter(now))
                .map(StoredRun::key);
    }

    /** The run is stored before anybody can find it by the claim. */
    private StoredRun begun(String key, StoredRun mine, Optional<StoredRun> before, Instant now) {
        results.add(mine);
        Instant until = now.plus(periods.reuse());
        if (before.isPresent()) {
            claims.replace(key, mine.key(), until);
            return mine;
        }
        String holder = claims.claim(key, mine.key(), until);
        return holder.equals(mine.key()) ? mine : results.run(holder).orElse(mine);
    }
}
