package dev.mailcheck.service;

import dev.mailcheck.store.StoredRun;

/**
 * Has a run begin: a state machine, or a thread. It is called again for a run that still is queued,
 * so to start one twice must be to start it once, by its key.
 */
public interface CheckStarter {
    /**
     * Starts the run, which stands in the store already, and does not wait for it.
     *
     * @throws RuntimeException where it cannot be started now; the caller tells so
     */
    void start(StoredRun run);
}
