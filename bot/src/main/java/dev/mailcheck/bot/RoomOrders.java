package dev.mailcheck.bot;

import java.util.concurrent.Executor;

/** Orders of a process that does them itself. */
public final class RoomOrders implements Orders {
    private final Once once;
    private final SlackWork work;
    private final Executor threads;

    /**
     * @param once knows what came before
     * @param threads on which the work is done, while the order is acknowledged
     */
    public RoomOrders(Once once, SlackWork work, Executor threads) {
        this.once = once;
        this.work = work;
        this.threads = threads;
    }

    @Override
    public boolean place(String request, Order order) {
        boolean first = once.isFirst(request);
        if (first) {
            threads.execute(() -> work.does(order));
        }
        return first;
    }
}
