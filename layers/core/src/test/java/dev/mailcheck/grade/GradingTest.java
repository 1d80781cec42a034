package dev.mailcheck.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Finding;
import dev.mailcheck.check.FindingCode;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class GradingTest {
    private static final List<NotTested> NONE = List.of();

    /**
     * Outcomes as CODE:STATUS:LEVEL by first letters (C R N o; P W F U -), with an x behind for
     * excused. Expected: the five values of contract.md, section 3.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a:P:R                 | SECURE                 | SECURE                 | 100 | 100
                    a:P:R b:F:C           | DANGEROUS              | DANGEROUS              | 20  | 100
                    a:F:R b:F:C c:U:R     | DANGEROUS              | DANGEROUS              | 0   | 83
                    a:P:R b:F:R           | MAIL_SYSTEM_NEEDS_WORK | MAIL_SYSTEM_NEEDS_WORK | 50  | 100
                    a:F:R b:U:R c:F:N     | MAIL_SYSTEM_NEEDS_WORK | MAIL_SYSTEM_NEEDS_WORK | 0   | 58
                    a:U:C                 | UNDETERMINED           | SECURE                 | 0   | 0
                    a:P:R b:U:R           | UNDETERMINED           | SECURE                 | 100 | 50
                    a:P:R b:U:R c:F:N     | UNDETERMINED           | DNS_NEEDS_WORK         | 71  | 58
                    a:P:R b:U:Rx          | SECURE                 | SECURE                 | 100 | 50
                    a:P:R b:U:Cx c:F:N    | DNS_NEEDS_WORK         | DNS_NEEDS_WORK         | 71  | 26
                    a:P:R b:F:Rx          | MAIL_SYSTEM_NEEDS_WORK | MAIL_SYSTEM_NEEDS_WORK | 50  | 100
                    a:P:R b:U:N           | SECURE                 | SECURE                 | 100 | 71
                    a:P:R b:U:o           | SECURE                 | SECURE                 | 100 | 91
                    a:P:R b:F:N           | DNS_NEEDS_WORK         | DNS_NEEDS_WORK         | 71  | 100
                    a:P:R b:F:o           | SECURE                 | SECURE                 | 91  | 100
                    a:P:R b:W:R           | SECURE                 | SECURE                 | 75  | 100
                    a:P:R b:W:o           | SECURE                 | SECURE                 | 95  | 100
                    a:P:R b:F:R b:F:R     | MAIL_SYSTEM_NEEDS_WORK | MAIL_SYSTEM_NEEDS_WORK | 50  | 100
                    a:P:R b:-:R           | SECURE                 | SECURE                 | 100 | 100
                    a:-:C                 | SECURE                 | SECURE                 | 0   | 0
                    a:P:C b:F:R c:F:N d:W:o | MAIL_SYSTEM_NEEDS_WORK | MAIL_SYSTEM_NEEDS_WORK | 74 | 100
                    """)
    void gradesAndScores(String outcomes, Grade grade, Grade soFar, int score, int coverage) {
        Grading grading = Grading.of(outcomes(outcomes), NONE, NONE);

        assertThat(grading).isEqualTo(new Grading(grade, soFar, false, score, coverage, List.of()));
    }

    @Test
    void aCheckThatThisKindOfReportDoesNotRunMakesItProvisionalAndCostsCoverage() {
        List<NotTested> notRun =
                List.of(
                        new NotTested(CheckId.RELAY, "NOT_BUILT"),
                        new NotTested(CheckId.ARC, "NEEDS_MAIL"));

        Grading grading = Grading.of(outcomes("a:P:R"), notRun, notRun);

        assertThat(grading)
                .isEqualTo(new Grading(Grade.SECURE, Grade.SECURE, true, 100, 20, notRun));
    }

    @Test
    void anExcusedCheckIsNamedAndDoesNotCount() {
        CheckResult excused =
                CheckResult.of(
                                CheckId.SPF,
                                List.of(Finding.of(FindingCode.SPF_NOT_KNOWN, "example.com")),
                                Map.of())
                        .excusedBy("SWITCHED_OFF");

        Grading grading = Grading.of(List.of(excused), NONE);

        assertThat(grading.grade()).isEqualTo(Grade.SECURE);
        assertThat(grading.provisional()).isTrue();
        assertThat(grading.notTested()).containsExactly(new NotTested(CheckId.SPF, "SWITCHED_OFF"));
    }

    @Test
    void aNameThatDoesNotExistIsUndetermined() {
        List<CheckResult> results =
                List.of(
                        CheckResult.of(
                                CheckId.DNS,
                                List.of(
                                        Finding.of(
                                                FindingCode.DNS_DOMAIN_DOES_NOT_EXIST,
                                                "example.com")),
                                Map.of()),
                        CheckResult.of(CheckId.SPF, List.of(), Map.of()));

        assertThat(Grading.of(results, NONE).grade()).isEqualTo(Grade.UNDETERMINED);
    }

    @Test
    void everyCheckIsRunOrNamedAsNotRunAtMostOnce() {
        assertThat(NotRun.inDomainReport().stream().map(NotTested::check)).doesNotHaveDuplicates();
    }

    private static List<Outcome> outcomes(String text) {
        return Arrays.stream(text.split(" ", -1)).map(GradingTest::outcome).toList();
    }

    private static Outcome outcome(String text) {
        String[] parts = text.split(":", -1);
        return new Outcome(
                parts[0], status(parts[1]), level(parts[2].charAt(0)), parts[2].endsWith("x"));
    }

    private static Status status(String letter) {
        return letter.equals("-")
                ? Status.NOT_APPLICABLE
                : Arrays.stream(Status.values())
                        .filter(status -> status.name().startsWith(letter))
                        .findFirst()
                        .orElseThrow();
    }

    private static Level level(char letter) {
        return switch (letter) {
            case 'C' -> Level.CRITICAL;
            case 'R' -> Level.REQUIRED;
            case 'N' -> Level.RECOMMENDED;
            default -> Level.OPTIONAL;
        };
    }
}
