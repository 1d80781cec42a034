package dev.mailcheck.functions;

import com.amazonaws.services.lambda.runtime.Context;

import dev.mailcheck.probe.Doors;
import dev.mailcheck.run.LiveDoors;
import dev.mailcheck.run.Surroundings;

import org.crac.Core;
import org.crac.Resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Opens the doors of one invocation, which end a moment before Lambda ends it. After the process
 * was restored from a snapshot, resolvers and randomness are new.
 */
final class ProbePlace implements Resource {
    /** Kept back, so that what was seen is handed in. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private volatile Surroundings surroundings;

    ProbePlace(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static ProbePlace ofThisProcess() {
        ProbePlace here = new ProbePlace(surroundingsHere());
        Core.getGlobalContext().register(here);
        return here;
    }

    static Surroundings surroundingsHere() {
        return Place.ofThisProcess(System.getenv()).surroundings().get();
    }

    /** The time that one invocation has to look around. */
    static Duration remaining(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    }

    /** From where it looks; for whoever opens doors himself. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** Does it with doors that are open meanwhile. */
    <T> T through(Duration budget, Function<Doors, T> visit) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (LiveDoors live =
                    LiveDoors.open(surroundings, Optional.empty(), List.of(), budget, threads)) {
                return visit.apply(live.doors());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        // What is rehearsed then is the business of those who look.
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        surroundings = surroundingsHere();
    }
}
