package dev.mailcheck.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes down each term of a record as it is tried, with what it cost. */
final class Steps {
    private static final int MOST = 200;

    private final Questions questions;
    private final List<SpfTrace.Step> steps = new ArrayList<>();

    Steps(Questions questions) {
        this.questions = questions;
    }

    Match tried(String term, Supplier<Tried> trial) {
        int lookups = questions.lookups();
        int voidLookups = questions.voidLookups();
        Tried tried = trial.get();
        if (steps.size() < MOST) {
            steps.add(
                    new SpfTrace.Step(
                            Texts.capped(term),
                            tried.match().outcome(),
                            questions.lookups() - lookups,
                            questions.voidLookups() - voidLookups,
                            tried.below()));
        }
        return tried.match();
    }

    SpfTrace trace(String domain, String record, SpfWord result) {
        return new SpfTrace(domain, Texts.capped(record), result, steps);
    }
}
