package dev.mailcheck.store;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.dns.Domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One look at a domain. Several checks may point at it, if they were asked for within minutes.
 *
 * @param key names it in stores, in {@link Documents} and at the one who runs it; never told
 *     outside
 * @param earlier the run before, whose SMTP results by address are kept where it is recent enough
 * @param total how many checks will be judged; 0 until it is known
 * @param judged the checks that were judged so far
 */
public record StoredRun(
        String key,
        Domain domain,
        Optional<String> earlier,
        RunStatus status,
        int total,
        Map<CheckId, Status> judged,
        Instant createdAt,
        Instant expiresAt) {
    public StoredRun {
        judged = Map.copyOf(judged);
    }

    /** One that waits to be started. */
    public static StoredRun queued(
            String key,
            Domain domain,
            Optional<String> earlier,
            Instant createdAt,
            Instant expiresAt) {
        return new StoredRun(
                key, domain, earlier, RunStatus.QUEUED, 0, Map.of(), createdAt, expiresAt);
    }
}
