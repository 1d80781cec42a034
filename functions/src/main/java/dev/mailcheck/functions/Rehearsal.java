package dev.mailcheck.functions;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function does for nobody before a snapshot is taken of its process: whatever the first
 * request after it needs is loaded and compiled by then. Nobody is told, nothing is left behind,
 * and no packet leaves the host.
 */
final class Rehearsal implements Resource {
    /** More of them gain nothing and make the snapshot larger (docs/benchmarks.md). */
    private static final int TIMES = 12;

    /** The context itself holds its resources weakly. */
    private static final List<Rehearsal> PLANNED = new ArrayList<>();

    private final Play play;

    /** What is rehearsed, so many times. */
    interface Play {
        void play(int times) throws IOException;
    }

    private Rehearsal(Play play) {
        this.play = play;
    }

    /** Will be played before a snapshot is taken of this process; without snapshots never. */
    static void plan(Play play) {
        Rehearsal rehearsal = new Rehearsal(play);
        PLANNED.add(rehearsal);
        Core.getGlobalContext().register(rehearsal);
    }

    /** One that fails makes the first request slower, and nothing else. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            play.play(TIMES);
        } catch (IOException | RuntimeException fault) {
            LogLines.toStandardOutput()
                    .event("WARN", "Rehearsal" + fault.getClass().getSimpleName());
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Randomness and connections are made anew by those who use them.
    }
}
