package dev.mailcheck.service;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.render.JsonRenderer;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.ReportAssembly;
import dev.mailcheck.report.Words;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.Recording;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The end of a run: what was seen is judged, its report is written in every language, and only then
 * the run is done. Doing it twice is doing it once.
 */
public final class Publication {
    /** The document that holds what was seen. */
    public static final String SEEN = "seen.json";

    private final Stores stores;
    private final RandomGenerator random;
    private final Jsonb jsonb;

    public Publication(Stores stores, RandomGenerator random, Jsonb jsonb) {
        this.stores = stores;
        this.random = random;
        this.jsonb = jsonb;
    }

    /** The document that holds the report in this language. */
    public static String report(Language language) {
        return "report." + language.word() + ".json";
    }

    /**
     * Judges and publishes.
     *
     * @param at the time to judge by
     */
    public void publish(String run, Seen seen, Instant at) {
        publish(run, seen, at, () -> {});
    }

    /**
     * Judges and publishes.
     *
     * @param last is done when the reports are there and before the run is: where it fails, the run
     *     is published again
     */
    public void publish(String run, Seen seen, Instant at, Runnable last) {
        write(run, SEEN, Recording.of(seen, at).toJson(jsonb));
        List<CheckResult> results = CheckRunner.judge(seen, at);
        for (Language language : Language.values()) {
            Report report =
                    new ReportAssembly(new Words(language), random, jsonb).of(seen, results, at);
            write(run, report(language), new JsonRenderer(jsonb).render(List.of(report)));
        }
        stores.results().judged(run, CheckResult.statuses(results));
        last.run();
        stores.results().ended(run, RunStatus.DONE);
    }

    /** Our own fault: nothing came of the run. */
    public void failed(String run) {
        stores.results().ended(run, RunStatus.FAILED);
    }

    private void write(String run, String name, String text) {
        stores.documents().write(run, name, text.getBytes(StandardCharsets.UTF_8));
    }
}
