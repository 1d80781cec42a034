package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Language;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.ProbeGroup;
import dev.mailcheck.service.Publication;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What is played before a snapshot is taken, played here without one. */
class RehearsalTest {
    /** Where this fails, record the two domains of the sample world anew. */
    @Test
    void theRecordedRunsAreJudgedOneRightOneWrong() {
        List<RehearsedRun> runs = RehearsedRun.all();

        assertThat(runs.stream().map(RehearsalTest::judged).map(RehearsalTest::hasFailures))
                .containsExactly(false, true);
        assertThat(judged(runs.getFirst()))
                .noneMatch(result -> result.status() == Status.UNDETERMINED);
    }

    private static List<CheckResult> judged(RehearsedRun run) {
        return CheckRunner.judge(run.recording().seen(), run.recording().at());
    }

    private static boolean hasFailures(List<CheckResult> results) {
        return results.stream().anyMatch(result -> result.status() == Status.FAIL);
    }

    @Test
    void judgeSeesAllThatWasRecorded() throws IOException {
        Stage.play(
                1,
                stage -> {
                    for (RehearsedRun run : RehearsedRun.all()) {
                        JudgeFunction.rehearse(stage, run);

                        assertThat(document(stage, Publication.SEEN))
                                .contains(run.recording().seen().target().domain().name());
                    }
                });
    }

    private static String document(Stage stage, String name) {
        return stage.stores()
                .documents()
                .read(RehearsedRun.KEY, name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @Test
    void publishWritesTheReports() throws IOException {
        Stage.play(
                1,
                stage -> {
                    PublishFunction.rehearse(stage, RehearsedRun.all().getLast());

                    for (Language language : Language.values()) {
                        assertThat(document(stage, Publication.report(language)))
                                .contains("weak-tls.example");
                    }
                });
    }

    @Test
    void progressIsTold() throws IOException {
        Stage.play(1, stage -> ProgressFunction.rehearse(stage, RehearsedRun.all().getFirst()));
    }

    @Test
    void visitorsSeeTheReport() throws IOException {
        Stage.play(
                1,
                stage -> {
                    String page = HttpRehearsal.on(stage, RehearsedRun.all().getFirst(), Map.of());

                    assertThat(page).contains("sound.example").contains("\"statusCode\":200");
                });
    }

    @Test
    void thePlanIsMade() throws IOException {
        PlanFunction.rehearse(1);
    }

    @Test
    void aMailIsLookedAt() throws IOException {
        MailLookFunction.rehearse(new MailByHand().parts(), 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"POLICIES", "DNSSEC", "DNSBL", "MTA_STS"})
    void theProbesLook(ProbeGroup group) throws IOException {
        ProbeWork.rehearse(group, 1);
    }
}
