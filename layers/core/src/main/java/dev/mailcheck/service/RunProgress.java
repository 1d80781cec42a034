package dev.mailcheck.service;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.run.Progress;
import dev.mailcheck.store.Results;

/** Tells the store how far a run is, so that whoever waits for it can see. */
public final class RunProgress implements Progress {
    private final Results results;
    private final String run;

    public RunProgress(Results results, String run) {
        this.results = results;
        this.run = run;
    }

    @Override
    public void started(int total) {
        results.started(run, total);
    }

    @Override
    public void judged(CheckResult result) {
        results.judged(run, result.id(), result.status());
    }
}
