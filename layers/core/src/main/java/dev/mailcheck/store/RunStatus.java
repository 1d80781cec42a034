package dev.mailcheck.store;

/**
 * How far a run is. It only ever goes on in this order, whatever order the news of it come in: one
 * that failed may still be done when it is tried again, and what is done stays done.
 */
public enum RunStatus {
    QUEUED,
    RUNNING,
    FAILED,
    DONE
}
