package dev.mailcheck.store;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;

import java.util.Map;
import java.util.Optional;

/**
 * Checks, the runs they point at, and badges. What has expired is not there, whether or not it was
 * removed yet. News of a run may come twice, late and out of order. Everything that was stored
 * outlives the process. Throws {@link StoreException} where the store does not answer.
 */
public interface Results {
    /** Stores a new run; one of that key that is there stays as it is. */
    void add(StoredRun run);

    Optional<StoredRun> run(String key);

    /**
     * The run is {@link RunStatus#RUNNING}, with so many checks to judge. Unknown runs are ignored.
     */
    void started(String run, int total);

    /** Checks of the run were judged; of two judgements of one the later counts. */
    void judged(String run, Map<CheckId, Status> judgements);

    /** The run is {@link RunStatus#DONE}, and its documents are written; or it FAILED. */
    void ended(String run, RunStatus how);

    /** Stores a new check, after its run. */
    void add(StoredCheck check);

    Optional<StoredCheck> check(Hashed id);

    /** Publishes a badge in place of the one that its check had. */
    void publish(Badge badge);

    Optional<Badge> badge(Hashed token);

    /** Takes the badge of this check away, if it has one. */
    void revokeBadge(Hashed check);
}
