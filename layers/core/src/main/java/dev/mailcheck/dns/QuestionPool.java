package dev.mailcheck.dns;

import dev.mailcheck.net.Deadline;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * What the checks of one run ask the DNS together: the same question to the same servers in the
 * same form goes out once, whichever check asks it. A question that failed may be asked again by a
 * later check. Must be closed before the process ends, after the checks.
 */
public final class QuestionPool implements AutoCloseable {
    /** Replies that are kept; what comes after them is asked as often as checks need it. */
    private static final int KEPT = 20_000;

    private final DnsClient client;
    private final Map<Key, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();

    private record Key(List<InetSocketAddress> servers, Question question, QueryForm form) {}

    /**
     * Sends nothing yet.
     *
     * @param deadline of the whole run: at it, what is still on its way has failed
     * @param random unpredictable in production: it makes the ids of queries
     */
    public QuestionPool(Deadline deadline, RandomGenerator random) {
        this.client = new DnsClient(deadline, random);
    }

    CompletableFuture<Reply> ask(
            List<InetSocketAddress> servers, Question question, QueryForm form) {
        Key key = new Key(servers, question, form);
        return replies.size() < KEPT || replies.containsKey(key)
                ? replies.compute(
                        key, (k, known) -> known == null || failed(known) ? send(k) : known)
                : send(key);
    }

    private static boolean failed(CompletableFuture<Reply> known) {
        return known.isDone() && known.resultNow() instanceof Reply.Missing;
    }

    private CompletableFuture<Reply> send(Key key) {
        return client.send(key.servers(), key.question(), key.form());
    }

    int packets() {
        return client.packets();
    }

    int mostOpen() {
        return client.mostOpen();
    }

    @Override
    public void close() {
        client.close();
    }
}
