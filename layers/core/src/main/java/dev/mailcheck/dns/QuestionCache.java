package dev.mailcheck.dns;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What has been asked in this check: the same question to the same servers in the same form is
 * asked once, whoever asks it and however often; and only so many are.
 */
final class QuestionCache {
    private final QuestionPool pool;
    private final int quota;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Key, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();

    private record Key(List<InetSocketAddress> servers, Question question, QueryForm form) {}

    QuestionCache(QuestionPool pool, int quota) {
        this.pool = pool;
        this.quota = quota;
    }

    CompletableFuture<Reply> ask(
            List<InetSocketAddress> servers, Question question, QueryForm form) {
        return replies.computeIfAbsent(new Key(servers, question, form), this::send);
    }

    private CompletableFuture<Reply> send(Key key) {
        if (asked.getAndUpdate(n -> Math.min(n + 1, quota)) >= quota) {
            String detail = key.question() + ": " + quota + " questions have been asked";
            return CompletableFuture.completedFuture(new Reply.Missing(DnsFailure.QUOTA, detail));
        }
        return pool.ask(key.servers(), key.question(), key.form());
    }

    /** Different questions of this check. */
    int asked() {
        return asked.get();
    }
}
