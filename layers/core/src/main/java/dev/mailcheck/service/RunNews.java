package dev.mailcheck.service;

/**
 * Hears how runs go on, in the process that runs them and from the threads that do: whoever has
 * much to do about it does that elsewhere. What it hears of stands in the store already.
 */
public interface RunNews {
    /** No one listens. */
    RunNews NONE = new RunNews() {};

    /** One more check of the run was judged. */
    default void judged(String run) {}

    /** The run is done, or has failed. */
    default void ended(String run) {}
}
