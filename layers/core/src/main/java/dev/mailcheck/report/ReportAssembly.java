package dev.mailcheck.report;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Checks;
import dev.mailcheck.check.Judgement;
import dev.mailcheck.check.MissingName;
import dev.mailcheck.check.StrictSenders;
import dev.mailcheck.grade.Grading;
import dev.mailcheck.grade.NotRun;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.StrictSender;
import dev.mailcheck.report.Report.VantageView;

import io.avaje.jsonb.Jsonb;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes the report on a domain or a mail of what was seen and judged: grade, words, evidence in
 * bounds, our own side masked. The same input gives the same report but for its id.
 */
public final class ReportAssembly {
    private static final int ID_BYTES = 16;

    private final Words words;
    private final RandomGenerator random;
    private final PlainJson plainJson;

    /**
     * @param random where the id comes from, which is the only key to a stored report: it must be
     *     one that nobody can predict
     */
    public ReportAssembly(Words words, RandomGenerator random, Jsonb jsonb) {
        this.words = words;
        this.random = random;
        this.plainJson = new PlainJson(jsonb);
    }

    /**
     * The report on one domain, one mail, or both.
     *
     * @param at the time the results were judged by
     */
    public Report of(Seen seen, List<CheckResult> results, Instant at) {
        Judgement judgement = new Judgement(seen.target(), seen.observations(), at);
        SeenFrom from = new SeenFrom(seen);
        Masking masking = new Masking(from.own(), from.published());
        ReportKind kind = seen.target().kind();
        Grading grading =
                Grading.of(results, MissingName.in(results) ? List.of() : NotRun.in(kind));
        return new Report(
                "mailcheck-report/1",
                id(),
                kind.word(),
                seen.target().name(),
                time(seen.startedAt()),
                time(seen.finishedAt()),
                Tool.name(),
                Tool.RULES,
                lab(seen),
                grading.grade(),
                grading.soFar(),
                grading.provisional(),
                grading.score(),
                grading.coverage(),
                notTested(grading, seen),
                masked(from.vantage(), masking),
                Foreseen.in(judgement),
                strictSenders(judgement),
                MailHead.of(seen.observations()).orElse(null),
                kind.hasMail() ? MailResults.of(seen.observations()).value() : null,
                checks(seen, results, masking));
    }

    private String id() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static @Nullable Boolean lab(Seen seen) {
        return seen.target().options().lab() ? true : null;
    }

    /** The excused checks, then what our manners at port 25 left out, which excuses nothing. */
    private static List<NotTested> notTested(Grading grading, Seen seen) {
        Stream<NotTested> left =
                seen.observations().find(MxObservation.class).stream()
                        .map(MxObservation::notProbed)
                        .filter(hosts -> !hosts.isEmpty())
                        .map(hosts -> new NotTested(CheckId.MX, "LIMIT", hosts));
        return Stream.of(grading.notTested().stream(), left, relayForms(seen))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<NotTested> relayForms(Seen seen) {
        return seen.observations().find(SmtpObservation.class).stream()
                .map(SmtpObservation::withoutAllRelayForms)
                .filter(addresses -> !addresses.isEmpty())
                .map(addresses -> new NotTested(CheckId.RELAY, "UNUSUAL_FORMS", addresses));
    }

    private List<StrictSender> strictSenders(Judgement judgement) {
        StrictSenderViews views = new StrictSenderViews(words);
        return StrictSenders.of(judgement).stream().map(views::of).toList();
    }

    private static VantageView masked(VantageView view, Masking masking) {
        return new VantageView(
                view.port25(), view.ipv6(), view.resolver(), masking.mask(view.ehlo()));
    }

    private List<CheckView> checks(Seen seen, List<CheckResult> results, Masking masking) {
        CheckViews views = new CheckViews(words, plainJson, masking);
        Map<CheckId, Long> elapsed = elapsedMillis(seen);
        return results.stream()
                .sorted(Comparator.comparing(CheckResult::id))
                .map(result -> views.of(result, elapsed.getOrDefault(result.id(), 0L)))
                .toList();
    }

    /** A check took as long as the longest of the probes it judges by: they run side by side. */
    private static Map<CheckId, Long> elapsedMillis(Seen seen) {
        Map<CheckId, Long> elapsed = new EnumMap<>(CheckId.class);
        for (Check check : Checks.of(seen.target().kind())) {
            check.needs().stream()
                    .map(kind -> seen.elapsedMillis().getOrDefault(kind.getSimpleName(), 0L))
                    .max(Comparator.naturalOrder())
                    .ifPresent(longest -> elapsed.merge(check.id(), longest, Math::max));
        }
        return elapsed;
    }
}
