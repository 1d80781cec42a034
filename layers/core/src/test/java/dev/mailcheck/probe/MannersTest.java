package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.Deadline;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** How many sessions run at once, and how many in all. */
class MannersTest {
    private static final Deadline FAR = Deadline.in(Duration.ofMinutes(2));

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Holds as many sessions as it may before any of them ends. */
    private int mostAtOnce(int expected, List<MailServer> servers) throws Exception {
        Manners manners = new Manners(FAR, new Port25(), servers);
        CountDownLatch full = new CountDownLatch(expected);
        List<Callable<Optional<Boolean>>> sessions =
                servers.stream()
                        .<Callable<Optional<Boolean>>>map(
                                server -> () -> manners.inTurn(server, () -> session(full)))
                        .toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : executor.invokeAll(sessions)) {
                assertThat(ended.get()).contains(true);
            }
        }
        return most.get();
    }

    private boolean session(CountDownLatch full) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        full.countDown();
        try {
            return full.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            running.decrementAndGet();
        }
    }

    private static List<MailServer> servers(int count, String host, String address) {
        return IntStream.range(0, count)
                .mapToObj(i -> new MailServer(host.formatted(i), address.formatted(i), 25))
                .toList();
    }

    @Test
    void sixAtOnceAnOperator() throws Exception {
        assertThat(mostAtOnce(6, servers(20, "mx%d.big.example", "192.0.2.%d"))).isEqualTo(6);
    }

    @Test
    void strangersDoNotWaitForEachOther() throws Exception {
        assertThat(mostAtOnce(20, servers(20, "mx.a%d.example", "192.0.2.%d"))).isEqualTo(20);
    }

    private static List<Integer> quotas(List<MailServer> servers) {
        Manners manners = new Manners(FAR, new Port25(), servers);
        return servers.stream().map(MailServer::address).distinct().map(manners::quota).toList();
    }

    @Test
    void sixAnAddressAsLongAsThereAreFew() {
        assertThat(quotas(servers(5, "mx.a%d.example", "192.0.2.%d"))).containsOnly(6);
    }

    @Test
    void thirtyInAll() {
        assertThat(quotas(servers(8, "mx.a%d.example", "192.0.2.%d")))
                .containsExactly(4, 4, 4, 4, 4, 4, 3, 3);
        assertThat(quotas(servers(40, "mx.a%d.example", "192.0.2.%d")))
                .hasSize(40)
                .startsWith(1, 1)
                .endsWith(0, 0);
    }

    @Test
    void hostsOfOneAddressShareItsSix() {
        assertThat(quotas(servers(10, "mx.a%d.example", "192.0.2.1"))).containsExactly(6);
    }

    @Test
    void whoseTurnNeverComesIsLeftOut() {
        Manners manners = new Manners(Deadline.in(Duration.ZERO), new Port25(), List.of());
        MailServer server = new MailServer("mx.example", "192.0.2.1", 25);

        assertThat(nested(manners, server, 7)).isEqualTo(2);
    }

    private static int nested(Manners manners, MailServer server, int depth) {
        return depth == 0
                ? 0
                : manners.inTurn(server, () -> 1 + nested(manners, server, depth - 1)).orElse(0);
    }
}
