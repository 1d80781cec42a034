package dev.mailcheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mailcheck.check.Check;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Judgement;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ZoneView.Whose;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ProbeFailure;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.TlsRptObservation;
import dev.mailcheck.probe.ZoneSamples;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class LiveJudgingTest {
    private static final DnsAnswer NONE = new DnsAnswer.Absent(true, List.of());
    private static final Observation MX =
            new MxObservation(NONE, false, false, List.of(), List.of());
    private static final Observation ZONE = ZoneSamples.answering(NONE, Whose.RESOLVER);
    private static final Observation TLS_RPT = new TlsRptObservation("a.example", NONE);
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Check MX_CHECK = check(CheckId.MX, Set.of(MxObservation.class));
    private static final Check TLS_RPT_CHECK =
            check(CheckId.TLS_RPT, Set.of(MxObservation.class, TlsRptObservation.class));

    private final Target target = new Target(new Domain("example.com"), CheckOptions.DEFAULT);
    private final List<CheckResult> told = new ArrayList<>();
    private final LiveJudging live =
            new LiveJudging(List.of(MX_CHECK, TLS_RPT_CHECK), target, AT, listener());

    @Test
    void aCheckIsToldAsSoonAsAllItNeedsWasSeen() {
        live.judgeWhatCanBe(new Observations(List.of(ZONE, MX)));
        assertThat(told).extracting(CheckResult::id).containsExactly(CheckId.MX);

        live.judgeWhatCanBe(new Observations(List.of(ZONE, MX, TLS_RPT)));
        assertThat(told).extracting(CheckResult::id).containsExactly(CheckId.MX, CheckId.TLS_RPT);
    }

    @Test
    void noCheckIsToldBeforeItIsKnownWhetherTheNameExists() {
        live.judgeWhatCanBe(new Observations(List.of(MX, TLS_RPT)));

        assertThat(told).isEmpty();
    }

    @Test
    void eachCheckIsToldOnce() {
        Observations all = new Observations(List.of(ZONE, MX, TLS_RPT));
        live.judgeWhatCanBe(all);
        live.judgeWhatCanBe(all);
        live.judgeTheRest(all);

        assertThat(told).hasSize(2);
    }

    @Test
    void whatCouldNotBeSeenIsToldInTheEndWithItsReason() {
        live.judgeTheRest(
                new Observations(
                        List.of(MX, new ProbeFailure("TlsRptObservation", "DEADLINE", ""))));

        assertThat(told.getLast().findings())
                .extracting(f -> f.code().name(), f -> f.arguments().get("reason"))
                .containsExactly(tuple("TLS_RPT_NOT_KNOWN", "DEADLINE"));
    }

    @Test
    void aRunSaysHowManyChecksThereAreAndThenTellsOfAll() {
        List<String> heard = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void started(int total) {
                        heard.add("of " + total);
                    }

                    @Override
                    public void judged(CheckResult result) {
                        heard.add("one");
                    }
                };
        try (TestDoors doors = new TestDoors()) {
            CheckRunner.observe(target, doors.open("{}", Duration.ofMinutes(1)), progress);
        }

        assertThat(heard.getFirst()).isEqualTo("of " + (heard.size() - 1));
        assertThat(heard.subList(1, heard.size())).isNotEmpty().containsOnly("one");
    }

    @Test
    void whatIsToldIsJudgedByTheTimeThatWasAskedFor() {
        live.judgeWhatCanBe(new Observations(List.of(ZONE, MX)));

        assertThat(told.getFirst().evidence()).isEqualTo(Map.of("at", AT));
    }

    private Progress listener() {
        return new Progress() {
            @Override
            public void judged(CheckResult result) {
                told.add(result);
            }
        };
    }

    private static Check check(CheckId id, Set<Class<? extends Observation>> needs) {
        return new Check() {
            @Override
            public CheckId id() {
                return id;
            }

            @Override
            public Set<Class<? extends Observation>> needs() {
                return needs;
            }

            @Override
            public CheckResult judge(Judgement judgement) {
                return CheckResult.of(id, List.of(), Map.of("at", judgement.at()));
            }
        };
    }
}
