package dev.mailcheck.dns;

import dev.mailcheck.net.Deadline;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Sends questions and hands out replies. At most so many are open at once, and the others wait: a
 * burst of hundreds overflows the buffers of a small resolver, which looks like loss. At the
 * deadline all that is open ends. Replies are handed out on the loop, so what follows must be
 * short.
 */
final class DnsClient implements AutoCloseable {
    static final int MAX_OPEN = 128;

    private final Deadline deadline;
    private final RandomGenerator random;
    private final Queue<DnsExchange> waiting = new ArrayDeque<>();
    private final Set<DnsExchange> open = new HashSet<>();
    private final AtomicInteger packets = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile @Nullable InetSocketAddress lastToAnswer;
    private @Nullable DnsLoop started;
    private boolean closed;

    /**
     * @param random unpredictable in production: it makes the ids
     */
    DnsClient(Deadline deadline, RandomGenerator random) {
        this.deadline = deadline;
        this.random = random;
    }

    /** Asks these servers, in turn where one fails; the one that answered last comes first. */
    CompletableFuture<Reply> send(
            List<InetSocketAddress> servers, Question question, QueryForm form) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        DnsLoop loop = startedLoop();
        if (loop == null || deadline.passed()) {
            reply.complete(new Reply.Missing(DnsFailure.DEADLINE, question + ": not sent"));
        } else {
            loop.execute(() -> enqueue(loop, servers, question, form, reply));
        }
        return reply;
    }

    private synchronized @Nullable DnsLoop startedLoop() {
        if (started == null && !closed) {
            DnsLoop loop = new DnsLoop(this::ended);
            loop.execute(() -> loop.at(deadline, () -> abandonAll("the deadline has passed")));
            started = loop;
        }
        return closed ? null : started;
    }

    private void enqueue(
            DnsLoop loop,
            List<InetSocketAddress> servers,
            Question question,
            QueryForm form,
            CompletableFuture<Reply> reply) {
        waiting.add(
                new DnsExchange(
                        this,
                        loop,
                        inTurn(servers),
                        question,
                        form,
                        random.nextInt(1 << 16),
                        (exchange, answer) -> {
                            open.remove(exchange);
                            reply.complete(answer);
                            startWaiting();
                        }));
        startWaiting();
    }

    private List<InetSocketAddress> inTurn(List<InetSocketAddress> servers) {
        InetSocketAddress best = lastToAnswer;
        int first = best == null ? 0 : servers.indexOf(best);
        List<InetSocketAddress> turned = new ArrayList<>(servers);
        Collections.rotate(turned, first > 0 ? -first : 0);
        return turned;
    }

    private void startWaiting() {
        while (open.size() < MAX_OPEN && !waiting.isEmpty()) {
            DnsExchange next = waiting.remove();
            open.add(next);
            mostOpen.accumulateAndGet(open.size(), Math::max);
            next.start();
        }
    }

    private void ended() {
        synchronized (this) {
            closed = true;
        }
        abandonAll("the resolver was closed");
    }

    private void abandonAll(String why) {
        List<DnsExchange> all = new ArrayList<>(open);
        all.addAll(waiting);
        waiting.clear();
        all.forEach(exchange -> exchange.abandon(why));
    }

    void countPacket() {
        packets.incrementAndGet();
    }

    void answeredBy(InetSocketAddress server) {
        lastToAnswer = server;
    }

    /** Datagrams and TCP connections that went out. */
    int packets() {
        return packets.get();
    }

    int mostOpen() {
        return mostOpen.get();
    }

    @Override
    public void close() {
        DnsLoop loop;
        synchronized (this) {
            loop = started;
            closed = true;
        }
        if (loop != null) {
            loop.close();
        }
    }
}
