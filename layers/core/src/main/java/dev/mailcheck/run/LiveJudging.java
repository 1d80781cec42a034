package dev.mailcheck.run;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Checks;
import dev.mailcheck.check.JoinedResults;
import dev.mailcheck.check.Judgement;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.ZoneObservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of each check once, as soon as all it needs was seen, and of the others in the end. */
final class LiveJudging {
    private final Map<CheckId, List<Check>> untold = new LinkedHashMap<>();
    private final Target target;
    private final Instant at;
    private final Progress progress;

    /**
     * @param checks several of one id, of a mail and of its author's domain, are told as one
     */
    LiveJudging(List<Check> checks, Target target, Instant at, Progress progress) {
        checks.forEach(
                check -> untold.computeIfAbsent(check.id(), none -> new ArrayList<>()).add(check));
        this.target = target;
        this.at = at;
        this.progress = progress;
    }

    /** How many checks there are to tell of. */
    int total() {
        return untold.size();
    }

    void judgeWhatCanBe(Observations seen) {
        tell(
                untold.keySet().stream()
                        .filter(id ->
                                untold.getOrDefault(id, List.of()).stream()
                                        .allMatch(check -> isSettled(check, seen)))
                        .toList(),
                seen);
    }

    /** Whether the name exists decides whether a check applies at all. */
    private boolean isSettled(Check check, Observations seen) {
        return seen.has(check.needs())
                && check.considers().stream().allMatch(kind -> hasEnded(kind, seen))
                && (!target.kind().hasDomain() || hasEnded(ZoneObservation.class, seen));
    }

    private static boolean hasEnded(Class<? extends Observation> kind, Observations seen) {
        return seen.find(kind).isPresent() || seen.failure(kind).isPresent();
    }

    void judgeTheRest(Observations seen) {
        tell(List.copyOf(untold.keySet()), seen);
    }

    private void tell(List<CheckId> ids, Observations seen) {
        Judgement judgement = new Judgement(target, seen, at);
        for (CheckId id : ids) {
            List<Check> checks = untold.getOrDefault(id, List.of());
            untold.remove(id);
            List<CheckResult> results =
                    checks.stream().map(check -> Checks.judge(check, judgement)).toList();
            JoinedResults.of(results).forEach(progress::judged);
        }
    }
}
