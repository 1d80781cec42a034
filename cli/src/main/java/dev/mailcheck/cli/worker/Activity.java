package dev.mailcheck.cli.worker;

import java.util.Optional;

/**
 * The work that waits for workers. What goes wrong on the way there is thrown as a runtime
 * exception; that a task is no longer wanted is none.
 */
public interface Activity {
    /** A task; its token is the only key to it. */
    record Task(String token, String input) {}

    /** Waits a minute at most for a task. */
    Optional<Task> take();

    /** Says that the task is being worked; whether it is still wanted. */
    boolean beat(Task task);

    void done(Task task, String output);

    void failed(Task task, String reason);
}
