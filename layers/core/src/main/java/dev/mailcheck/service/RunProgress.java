package dev.mailcheck.service;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.run.Progress;
import dev.mailcheck.store.Results;

import java.util.Map;

/**
 * Tells the store how far a run is, so that whoever waits for it can see, and then those who listen
 * in this process.
 */
public final class RunProgress implements Progress {
    private final Results results;
    private final String run;
    private final RunNews news;

    public RunProgress(Results results, String run, RunNews news) {
        this.results = results;
        this.run = run;
        this.news = news;
    }

    @Override
    public void started(int total) {
        results.started(run, total);
    }

    @Override
    public void judged(CheckResult result) {
        results.judged(run, Map.of(result.id(), result.status()));
        news.judged(run);
    }
}
