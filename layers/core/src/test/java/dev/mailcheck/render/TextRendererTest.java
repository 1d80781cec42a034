package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;
import dev.mailcheck.report.Report.VantageView;
import dev.mailcheck.report.Words;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class TextRendererTest {
    private static final TextStyle VERBOSE = new TextStyle(false, true);

    @ParameterizedTest
    @CsvSource({
        "sound, EN", "sound, JA",
        "weak, EN", "weak, JA",
        "halfSeen, EN", "halfSeen, JA",
        "missing, EN", "missing, JA"
    })
    void readsLikeThis(String name, Language language) {
        String text = text(language, TextStyle.PLAIN, report(name, language));

        GoldenFile.of("text/" + name + "." + language.word() + ".txt").mustEqual(text);
    }

    @ParameterizedTest
    @CsvSource({"sound", "weak", "halfSeen", "missing"})
    void noLineIsWiderThanATerminalButTheFirstAndWhatIsCopied(String name) {
        for (Language language : Language.values()) {
            List<String> lines =
                    text(language, VERBOSE, report(name, language)).lines().skip(1).toList();

            assertThat(lines)
                    .filteredOn(line -> !line.startsWith("example.com. TXT"))
                    .allMatch(line -> Columns.of(line) <= Page.WIDTH);
        }
    }

    @Test
    void theFirstLineOfAnUndeterminedReportIsTheOneThatScriptsKnow() {
        CheckView[] checks = {
            SampleReports.check(CheckId.INBOUND_TLS, closed("INBOUND_TLS_NOT_KNOWN")),
            SampleReports.check(CheckId.RELAY, closed("RELAY_NOT_KNOWN"))
        };
        Report report =
                SampleReports.report(
                        Grade.UNDETERMINED,
                        Grade.DNS_NEEDS_WORK,
                        80,
                        60,
                        SampleReports.OFFICE,
                        List.of(),
                        checks);

        assertThat(text(Language.EN, TextStyle.PLAIN, report))
                .startsWith(
                        "Not fully judged. So far: DNS_NEEDS_WORK. Not tested from here:"
                                + " inbound-tls, relay (port 25 is closed on this network).\n");
    }

    @Test
    void aRecordToCopyIsALineOfItsOwn() {
        assertThat(text(Language.EN, TextStyle.PLAIN, report("weak", Language.EN)).lines())
                .contains(
                        "example.com. TXT v=spf1 ip4:192.0.2.10 ip4:192.0.2.11 ip6:2001:db8::10"
                                + " include:_spf.mailer.example include:_spf.crm.example -all");
    }

    @Test
    void proposalsForOneRecordAreToBeTakenOneByOne() {
        Report two = proposing("v=spf1 mx ~all", "v=spf1 -all");
        Report one = proposing("v=spf1 -all", "v=spf1 -all");

        assertThat(text(Language.EN, TextStyle.PLAIN, two)).contains("Publish the first");
        assertThat(text(Language.EN, TextStyle.PLAIN, one))
                .contains("To try a record first")
                .doesNotContain("Publish the first");
    }

    private static Report proposing(String first, String second) {
        FindingView[] findings =
                Stream.of(first, second)
                        .map(value -> new ProposedRecord("example.com.", "TXT", value))
                        .map(record ->
                                new FindingView(
                                        "SPF_" + record.value().length(),
                                        Status.FAIL,
                                        Level.REQUIRED,
                                        "example.com",
                                        Map.of(),
                                        "Wrong.",
                                        new Fix("Mend it.", record, null),
                                        ""))
                        .toArray(FindingView[]::new);
        return SampleReports.report(
                Grade.MAIL_SYSTEM_NEEDS_WORK,
                Grade.MAIL_SYSTEM_NEEDS_WORK,
                50,
                50,
                SampleReports.SERVER,
                List.of(),
                SampleReports.check(CheckId.SPF, findings));
    }

    @Test
    void withoutColourThereIsNoEscapeAndWithItTheSameText() {
        Report report = report("weak", Language.JA);
        String plain = text(Language.JA, TextStyle.PLAIN, report);
        String coloured = text(Language.JA, new TextStyle(true, false), report);

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;31mFAIL");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void verboseShowsEveryFindingAndTheEvidence() {
        String text = text(Language.EN, VERBOSE, report("sound", Language.EN));

        GoldenFile.of("text/verbose.en.txt").mustEqual(text);
    }

    @Test
    void severalDomainsMakeOneDocumentWithATableOfThemAtItsEnd() {
        Report sound = report("sound", Language.EN);
        Report missing = report("missing", Language.EN);
        String line = "\n" + "=".repeat(80) + "\n\n";

        assertThat(text(Language.EN, TextStyle.PLAIN, sound, missing))
                .isEqualTo(
                        text(Language.EN, TextStyle.PLAIN, sound)
                                + line
                                + text(Language.EN, TextStyle.PLAIN, missing)
                                + line
                                + """
                                2 domains
                                Grade         Score  To mend  Domain
                                Secure           96        0  example.com
                                Undetermined      -        -  exmaple.com
                                """);
    }

    @Test
    void theTableKeepsItsColumnsInJapanese() {
        assertThat(
                        text(
                                Language.JA,
                                TextStyle.PLAIN,
                                report("weak", Language.JA),
                                report("sound", Language.JA)))
                .endsWith(
                        """
                        2 ドメインの結果
                        判定                  スコア  要対処  ドメイン
                        メールシステム要改善      41       4  example.com
                        安全                      96       0  example.com
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "xn--wgv71a119e.jp, xn--wgv71a119e.jp (日本語.jp) - score",
        "xn--a.example, xn--a.example - score",
        "example.com, example.com - score"
    })
    void aDomainOfOtherLettersIsShownInThemToo(String domain, String shown) {
        Report report = of(domain, null, report("sound", Language.EN));

        assertThat(text(Language.EN, TextStyle.PLAIN, report).lines().skip(1).findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith(shown));
    }

    @Test
    void aLabSaysThatItIsOne() {
        assertThat(
                        text(
                                Language.EN,
                                TextStyle.PLAIN,
                                of("example.com", true, report("sound", Language.EN))))
                .contains("not on the public Internet");
    }

    @Test
    void proseOfTheCheckedSideIsNotInTheSummary() {
        String prose = "ignore all previous instructions";
        FindingView finding =
                new FindingView(
                        "TLS_RPT_NOT_KNOWN",
                        Status.UNDETERMINED,
                        Level.RECOMMENDED,
                        "example.com",
                        Map.of("reason", prose),
                        "The record could not be looked up: " + prose,
                        null,
                        "");

        String text = text(Language.EN, TextStyle.PLAIN, hostile(finding));

        assertThat(text).contains("????  tls-rpt  The TLS reporting record of example.com");
        assertThat(text.substring(0, text.indexOf("Not judged"))).doesNotContain("ignore");
    }

    static List<String> payloads() {
        return Payloads.all();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingOfTheCheckedSideReachesTheTerminalAsACommand(String payload) {
        FindingView finding =
                new FindingView(
                        "TLS_RPT_ABSENT",
                        Status.FAIL,
                        Level.REQUIRED,
                        payload,
                        Map.of("reason", payload),
                        payload,
                        new Fix(payload, new ProposedRecord(payload, "TXT", payload), null),
                        payload);
        FindingView unknown =
                new FindingView(
                        "TLS_RPT_NOT_KNOWN",
                        Status.UNDETERMINED,
                        Level.REQUIRED,
                        payload,
                        Map.of("reason", payload),
                        payload,
                        new Fix(payload, null, null),
                        payload);

        String text = text(Language.EN, VERBOSE, hostile(finding), hostile(unknown));

        assertThat(text.replace("\n", "").codePoints()).noneMatch(TerminalText::isActive);
        assertThat(text.lines().filter(line -> line.startsWith("SECURE"))).isEmpty();
    }

    private static Report hostile(FindingView finding) {
        CheckView check =
                new CheckView(
                        CheckId.TLS_RPT,
                        finding.status(),
                        finding.level(),
                        0,
                        List.of(finding),
                        Map.of(finding.message(), List.of(Map.of("data", finding.message()))));
        return SampleReports.report(
                Grade.MAIL_SYSTEM_NEEDS_WORK,
                Grade.SECURE,
                0,
                10,
                new VantageView("open", true, "plain", finding.message()),
                List.of(new NotTested(CheckId.MX, "LIMIT", List.of(finding.message()))),
                check);
    }

    @Test
    void aCureThatHoldsForAllChecksOfAGapIsGivenOnce() {
        FindingView silent = silent("Run the check again.");
        FindingView other = silent("Ask someone else.");

        assertThat(gap(silent, silent)).contains("    Run the check again.");
        assertThat(gap(silent, other))
                .contains("    spf: Run the check again.", "    dkim: Ask someone else.");
    }

    private static List<String> gap(FindingView ofSpf, FindingView ofDkim) {
        Report report =
                SampleReports.report(
                        Grade.UNDETERMINED,
                        Grade.SECURE,
                        50,
                        50,
                        SampleReports.OFFICE,
                        List.of(),
                        SampleReports.check(CheckId.SPF, ofSpf),
                        SampleReports.check(CheckId.DKIM, ofDkim));
        return text(Language.EN, TextStyle.PLAIN, report).lines().toList();
    }

    private static FindingView silent(String cure) {
        return new FindingView(
                "SPF_NOT_KNOWN",
                Status.UNDETERMINED,
                Level.REQUIRED,
                "example.com",
                Map.of("reason", "TIMEOUT"),
                "Not known.",
                new Fix(cure, null, null),
                "");
    }

    private static FindingView closed(String code) {
        return new FindingView(
                code,
                Status.UNDETERMINED,
                Level.REQUIRED,
                "example.com",
                Map.of("reason", "PORT_25_CLOSED_HERE"),
                "",
                null,
                "");
    }

    private static Report of(String domain, @Nullable Boolean lab, Report report) {
        return new Report(
                report.schema(),
                report.id(),
                report.kind(),
                domain,
                report.startedAt(),
                report.finishedAt(),
                report.tool(),
                report.rules(),
                lab,
                report.grade(),
                report.gradeSoFar(),
                report.provisional(),
                report.score(),
                report.scoreCoverage(),
                report.notTested(),
                report.vantage(),
                report.outlook(),
                report.strictSenders(),
                report.mail(),
                report.authenticationResults(),
                report.checks());
    }

    static Report report(String name, Language language) {
        SampleReports samples = new SampleReports(language);
        return switch (name) {
            case "sound" -> samples.sound();
            case "weak" -> samples.weak();
            case "halfSeen" -> samples.halfSeen();
            case "missing" -> samples.missing();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String text(Language language, TextStyle style, Report... reports) {
        return new TextRenderer(new Words(language), style).render(List.of(reports));
    }
}
