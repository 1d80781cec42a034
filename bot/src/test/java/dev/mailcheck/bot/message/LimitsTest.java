package dev.mailcheck.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.bot.BlockRules;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.render.Hostile;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;
import dev.mailcheck.store.Secret;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worst reports within Slack's limits. */
class LimitsTest {
    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<Level> LEVELS = List.of(Level.values());
    private static final CheckButtons BUTTONS =
            new CheckButtons(
                    new Secret("0123456789abcdef0123456789abcdef"),
                    Optional.of(URI.create("https://" + "a".repeat(200) + ".example/v1")));

    @ParameterizedTest
    @CsvSource({
        "1,10",
        "1,100000",
        "30,200",
        "30,5000",
        "200,3000",
        "500,64",
    })
    void everyCheckWithManyLongFindingsFits(int findings, int length) {
        Report report = worst(findings, length);
        for (Language language : Language.values()) {
            Say say = Say.in(language);
            assertThat(
                            BlockRules.ofMessage(
                                    SlackBlocks.message(ResultMessage.of(report, BUTTONS, say))))
                    .isEmpty();
            assertThat(
                            BlockRules.ofMessage(
                                    SlackBlocks.message(
                                            ResultMessage.shared(
                                                    report, "U123456789", BUTTONS, say))))
                    .isEmpty();
            assertThat(BlockRules.ofView(DetailsView.of(report, say))).isEmpty();
        }
    }

    private static Report worst(int findings, int length) {
        Report base = Hostile.report("x".repeat(Math.min(length, 253)));
        return new Report(
                base.schema(),
                base.id(),
                base.kind(),
                base.domain(),
                base.startedAt(),
                base.finishedAt(),
                base.tool(),
                base.rules(),
                base.lab(),
                base.grade(),
                base.gradeSoFar(),
                base.provisional(),
                base.score(),
                base.scoreCoverage(),
                base.notTested(),
                base.vantage(),
                base.outlook(),
                base.strictSenders(),
                null,
                null,
                Arrays.stream(CheckId.values())
                        .map(check -> check(check, findings, length))
                        .toList());
    }

    private static CheckView check(CheckId id, int count, int length) {
        List<FindingView> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Status status = STATUSES.get(i % STATUSES.size());
            findings.add(finding(id, i, status, length));
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(count, 50); i++) {
            evidence.put("name" + i, List.of("長".repeat(Math.min(length, 512)), Map.of("a", 1)));
        }
        return new CheckView(id, Status.FAIL, Level.REQUIRED, 1, findings, evidence);
    }

    private static FindingView finding(CheckId id, int number, Status status, int length) {
        String text = number + "長い 文".repeat(length / 4 + 1);
        return new FindingView(
                "CODE_" + number,
                status,
                LEVELS.get(number % LEVELS.size()),
                "host" + number + ".example",
                Map.of("reason", text),
                text,
                new Fix(
                        text,
                        new ProposedRecord(id.word() + ".example.", "TXT", "v=" + text),
                        text),
                "RFC 5321");
    }
}
