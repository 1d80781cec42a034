package dev.mailcheck.http;

import dev.mailcheck.service.MailDesk;
import dev.mailcheck.store.Results;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;

import java.time.Clock;
import java.util.Optional;

/**
 * Finds checks by their ids. Ids that are unknown, have expired or are none at all are answered
 * alike, so that nobody learns anything by guessing.
 */
final class Found {
    private final Results results;
    private final Optional<MailDesk> mail;
    private final Clock clock;

    /** A check with its run. */
    record Result(Secret id, StoredCheck check, StoredRun run) {}

    Found(Results results, Optional<MailDesk> mail, Clock clock) {
        this.results = results;
        this.mail = mail;
        this.clock = clock;
    }

    /** The mail check of this id that still waits for its mail. */
    Optional<MailDesk.Waiting> waiting(String id) {
        return mail.flatMap(desk ->
                Secret.parse(id)
                        .filter(secret -> results.check(secret.hashed()).isEmpty())
                        .flatMap(desk::waiting)
                        .filter(known -> known.until().isAfter(clock.instant())));
    }

    Result by(String id) {
        Optional<Secret> secret = Secret.parse(id);
        Optional<StoredCheck> check =
                secret.flatMap(known -> results.check(known.hashed()))
                        .filter(known -> known.expiresAt().isAfter(clock.instant()));
        Optional<StoredRun> run = check.flatMap(known -> results.run(known.run()));
        if (secret.isEmpty() || check.isEmpty() || run.isEmpty()) {
            throw ProblemException.of(
                    Problem.NOT_FOUND, "There is no result here, or it is there no longer.");
        }
        return new Result(secret.get(), check.get(), run.get());
    }
}
