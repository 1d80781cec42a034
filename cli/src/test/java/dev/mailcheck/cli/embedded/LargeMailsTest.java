package dev.mailcheck.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class LargeMailsTest {
    private static final int SIZE = 1 << 20;

    private static int mostAtOnce(long room, int size) throws Exception {
        LargeMails large = new LargeMails(room);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(() ->
                        large.with(
                                size,
                                () -> {
                                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                    Thread.onSpinWait();
                                    return now.decrementAndGet();
                                }));
            }
            for (Future<Integer> each : threads.invokeAll(all)) {
                assertThat(each.get()).isNotNegative();
            }
        }
        return most.get();
    }

    @Test
    void thoseForWhomThereIsNoRoomWait() throws Exception {
        assertThat(mostAtOnce(3L * SIZE + 10_000, SIZE)).isBetween(1, 3);
    }

    @Test
    void oneThatIsLargerThanAllRoomIsLetInAlone() throws Exception {
        assertThat(mostAtOnce(SIZE / 2, SIZE)).isEqualTo(1);
    }

    @Test
    void smallOnesNeedNoRoom() {
        LargeMails large = new LargeMails(SIZE);

        assertThat(large.<Boolean>with(SIZE, () -> large.with(LargeMails.SMALL, () -> true)))
                .isTrue();
    }
}
