package dev.mailcheck.bot;

/**
 * Has orders done once they are acknowledged. Nothing else may need a network before that, since
 * Slack waits three seconds at most, and the one who asked waits too.
 */
public interface Orders {
    /**
     * Takes an order down; it is done soon.
     *
     * @param request that it came with, whole. It holds an id that Slack gives once, so what comes
     *     again (a retry of Slack, or what others have overheard) is not done again
     * @return whether it came for the first time
     * @throws RuntimeException where it cannot be taken now
     */
    boolean place(String request, Order order);
}
