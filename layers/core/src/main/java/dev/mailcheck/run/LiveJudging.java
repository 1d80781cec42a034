package dev.mailcheck.run;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.Checks;
import dev.mailcheck.check.Judgement;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells of each check once, as soon as all it needs was seen, and of the others in the end. */
final class LiveJudging {
    private final List<Check> untold;
    private final Target target;
    private final Instant at;
    private final Progress progress;

    LiveJudging(List<Check> checks, Target target, Instant at, Progress progress) {
        this.untold = new ArrayList<>(checks);
        this.target = target;
        this.at = at;
        this.progress = progress;
    }

    void judgeWhatCanBe(Observations seen) {
        tell(untold.stream().filter(check -> isSettled(check, seen)).toList(), seen);
    }

    private static boolean isSettled(Check check, Observations seen) {
        return seen.has(check.needs())
                && check.considers().stream()
                        .allMatch(kind ->
                                seen.find(kind).isPresent() || seen.failure(kind).isPresent());
    }

    void judgeTheRest(Observations seen) {
        tell(List.copyOf(untold), seen);
    }

    private void tell(List<Check> checks, Observations seen) {
        untold.removeAll(checks);
        for (Check check : checks) {
            progress.judged(Checks.judge(check, new Judgement(target, seen, at)));
        }
    }
}
