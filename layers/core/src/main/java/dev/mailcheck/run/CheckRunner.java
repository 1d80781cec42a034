package dev.mailcheck.run;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Checks;
import dev.mailcheck.check.Judgement;
import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.Probes;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.Target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a domain, a mail, or both in one process: all probes side by side, then every check over
 * what they saw.
 */
public final class CheckRunner {
    private static final Observations NOTHING = new Observations(List.of());

    private CheckRunner() {}

    /** Observes as {@link #observe(Target, Doors, Instant, Progress)} does, to be judged by now. */
    public static Seen observe(Target target, Doors doors, Progress progress) {
        return observe(target, doors, doors.clock().instant(), progress);
    }

    /**
     * Observes the domain until the deadline of the doors; what was not seen by then is marked so.
     *
     * @param at the time that progress is judged by
     */
    public static Seen observe(Target target, Doors doors, Instant at, Progress progress) {
        return observe(target, doors, at, progress, NOTHING);
    }

    /**
     * The same after an earlier look: what mail servers said then stands, where they still are the
     * right ones, and they are not asked again.
     */
    public static Seen observe(
            Target target, Doors doors, Instant at, Progress progress, Observations earlier) {
        return observe(target, Probes.ofDomain(), doors, at, progress, earlier);
    }

    /**
     * Observes one received mail, and its author's domain if the target's kind asks for that.
     *
     * @param at the time that signatures and progress are judged by
     */
    public static Seen observe(
            Target target,
            ReceivedMail mail,
            SignatureCrypto crypto,
            Doors doors,
            Instant at,
            Progress progress) {
        List<Probe<?>> probes = new ArrayList<>(Probes.ofMail(mail, at, crypto));
        if (target.kind().hasDomain()) {
            probes.addAll(Probes.ofDomain());
        }
        return observe(target, probes, doors, at, progress, NOTHING);
    }

    /** Observes what SPF, DKIM and DMARC say of one mail, and nothing else. */
    static Observations authenticate(
            Target target, ReceivedMail mail, SignatureCrypto crypto, Doors doors, Instant at) {
        List<Probe<?>> probes = Probes.ofAuthentication(mail, at, crypto);
        return new ProbeRun(target, probes, doors, seen -> {}, () -> NOTHING).run();
    }

    private static Seen observe(
            Target target,
            List<Probe<?>> probes,
            Doors doors,
            Instant at,
            Progress progress,
            Observations earlier) {
        Instant start = doors.clock().instant();
        boolean heard = !progress.equals(Progress.NONE);
        List<Check> checks = heard ? Checks.of(target.kind()) : List.of();
        LiveJudging live = new LiveJudging(checks, target, at, progress);
        progress.started(live.total());
        DomainRun.Outcome run = new DomainRun(target, probes, doors, live, earlier).run();
        if (!progress.equals(Progress.UNHEARD)) {
            live.judgeTheRest(run.observations());
        }
        return new Seen(
                target, run.observations(), start, doors.clock().instant(), run.elapsedMillis());
    }

    /** Judges the checks that need nothing more than what was seen so far. */
    public static List<CheckResult> judgeSettled(Target target, Observations soFar, Instant at) {
        List<CheckResult> settled = new ArrayList<>();
        Progress told =
                new Progress() {
                    @Override
                    public void judged(CheckResult result) {
                        settled.add(result);
                    }
                };
        new LiveJudging(Checks.ofDomain(), target, at, told).judgeWhatCanBe(soFar);
        return settled;
    }

    /** How many checks a report of this kind judges. */
    public static int total(ReportKind kind) {
        return (int) Checks.of(kind).stream().map(Check::id).distinct().count();
    }

    /** Judges what was seen; the same for a live check and a replay. */
    public static List<CheckResult> judge(Seen seen, Instant at) {
        return Checks.judge(new Judgement(seen.target(), seen.observations(), at));
    }
}
