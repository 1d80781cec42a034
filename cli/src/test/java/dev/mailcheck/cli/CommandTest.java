package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class CommandTest {
    private static final String ZONE =
            """
            {"shop.example": {"MX": ["10 mx.shop.example."], "TXT": ["v=spf1 mx -all"]},
             "mx.shop.example": {"A": ["192.0.2.1"]},
             "_dmarc.shop.example": {"TXT": ["v=DMARC1; p=none; rua=mailto:d@shop.example"]}}
            """;

    @TempDir Path folder;

    private String zone() throws IOException {
        return Files.writeString(folder.resolve("zone.json"), ZONE).toString();
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(CommandRun.of("--version").out()).matches("mailcheck \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void theHelpNamesEveryOption() {
        CommandRun run = CommandRun.of("--help");
        CommandRun ofMails = CommandRun.of("mail", "--help");
        assertThat(run.code()).isZero();
        assertThat(ofMails.code()).isZero();
        for (Option option : Option.values()) {
            assertThat(ofMails.out()).contains(option.word());
            assertThat(run.out().contains(option.word() + "="))
                    .isEqualTo(!option.isOfMails() && !option.parameter().isEmpty());
        }
    }

    @Test
    void aZoneFileStandsInForTheNetwork() throws IOException {
        CommandRun run = CommandRun.of("shop.example", "--zone", zone(), "--json");
        assertThat(run.out())
                .contains("\"domain\": \"shop.example\"")
                .contains("DMARC_POLICY_NONE");
        assertThat(run.out()).contains("\"port25\": \"unknown\"");
    }

    @Test
    void aRecordAsIfPublishedTakesItsFindingAway() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "shop.example",
                        "--zone",
                        zone(),
                        "--json",
                        "--with",
                        "_dmarc.shop.example TXT v=DMARC1; p=reject; rua=mailto:d@shop.example");
        assertThat(run.out()).doesNotContain("DMARC_POLICY_NONE");
    }

    @Test
    void whatWasRecordedIsJudgedTheSameWithoutNetwork() throws IOException {
        String file = folder.resolve("record.json").toString();
        CommandRun live =
                CommandRun.of("demo", "forgeable.example", "--record", file, "--json", "--quiet");
        CommandRun replayed = CommandRun.of("--replay", file, "--json");
        assertThat(live.code()).isEqualTo(replayed.code());
        assertThat(withoutId(replayed.out())).isEqualTo(withoutId(live.out()));
    }

    @Test
    void aRecordingMayBeReadUnderTheNameOfItsDomainAndNoOther() throws IOException {
        String file = folder.resolve("record.json").toString();
        CommandRun.of("shop.example", "--zone", zone(), "--record", file);

        assertThat(CommandRun.of("Shop.example.", "--replay", file).out()).contains("shop.example");
        assertThat(CommandRun.of("demo", "--replay", file).out()).contains("shop.example");
        CommandRun other = CommandRun.of("other.example", "--replay", file);
        assertThat(other.code()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("of \"shop.example\", not of \"other.example\"");
    }

    @Test
    void whatHasNoEffectOnARecordingIsSaid() throws IOException {
        String file = folder.resolve("record.json").toString();
        CommandRun.of("shop.example", "--zone", zone(), "--record", file);

        CommandRun run = CommandRun.of("--replay", file, "--with", "shop.example TXT v=spf1 -all");
        assertThat(run.err()).contains("--with has no effect with --replay").hasLineCount(1);
        assertThat(CommandRun.of("--replay", file).err()).isEmpty();
    }

    @Test
    void aHyphenIsStandardOutput() throws IOException {
        CommandRun run = CommandRun.of("shop.example", "--zone", zone(), "--output", "-");
        assertThat(run.out()).contains("shop.example");
    }

    private static String withoutId(String report) {
        return report.replaceFirst("\"id\": \"[^\"]*\"", "");
    }

    @ParameterizedTest
    @CsvSource({
        "sound.example, SECURE, 0",
        "forgeable.example, MAIL_SYSTEM_NEEDS_WORK, 2",
        "weak-tls.example, MAIL_SYSTEM_NEEDS_WORK, 2",
        "parked.example, SECURE, 0",
        "broken-spf.example, MAIL_SYSTEM_NEEDS_WORK, 2",
        "two-records.example, MAIL_SYSTEM_NEEDS_WORK, 2",
        "open-relay.example, DANGEROUS, 3",
        "gone.example, UNDETERMINED, 4",
    })
    void theExitCodeOfASampleSaysItsGrade(String domain, String grade, int code) {
        CommandRun run = CommandRun.of("demo", domain, "--json", "--quiet");
        assertThat(run.out()).contains("\"grade\": \"" + grade + "\"").contains("\"lab\": true");
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void aGradeBetterThanTheOneToFailOnIsSuccess() {
        String[] words = {"demo", "forgeable.example", "--quiet", "--fail-on", "DANGEROUS"};
        assertThat(CommandRun.of(words).code()).isZero();
        words[4] = "MAIL_SYSTEM_NEEDS_WORK";
        assertThat(CommandRun.of(words).code()).isEqualTo(2);
    }

    @Test
    void demoWithoutANameListsTheSamples() {
        CommandRun text = CommandRun.of("demo", "--quiet");
        assertThat(text.out()).contains("weak-tls.example").contains("SECURE");
        CommandRun json = CommandRun.of("demo", "--json", "--quiet");
        assertThat(json.err()).contains("weak-tls.example");
        assertThat(json.out()).startsWith("{");
    }

    @Test
    void progressGoesToStandardErrorUnlessQuiet() {
        CommandRun run = CommandRun.of("demo", "parked.example");
        assertThat(run.err()).contains("parked.example: spf PASS");
        assertThat(run.out()).doesNotContain("checking");
        assertThat(CommandRun.of("demo", "parked.example", "--quiet").err()).isEmpty();
    }

    @Test
    void theLocaleChoosesTheLanguage() {
        CommandRun run =
                CommandRun.with(Map.of("LANG", "ja_JP.UTF-8"), "demo", "parked.example", "--quiet");
        assertThat(run.out()).startsWith("安全");
    }

    @Test
    void theReportCanGoToAFile() throws IOException {
        Path file = folder.resolve("report.json");
        CommandRun run =
                CommandRun.of(
                        "demo", "parked.example", "--json", "--quiet", "--output", file.toString());
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).contains("\"grade\": \"SECURE\"");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void severalDomainsAreJsonLinesAndTheWorstDecides() throws IOException {
        CommandRun run = CommandRun.of("shop.example", "gone.example", "--zone", zone(), "--json");
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    }

    @Test
    void whatIsNamedMoreThanOnceIsCheckedOnceAndThatIsSaid() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "shop.example", "SHOP.example.", "--zone", zone(), "--json", "--quiet");
        assertThat(run.out().lines().findFirst()).hasValue("{");
        assertThat(run.err()).contains("shop.example is named more than once and checked once");
    }

    @Test
    void severalSamplesAreCheckedSideBySideInTheirOrderAndTheWorstDecides() {
        CommandRun run =
                CommandRun.of("demo", "parked", "forgeable.example", "sound", "gone", "--json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out().lines().map(CommandTest::domain))
                .containsExactly("parked", "forgeable", "sound", "gone");
        assertThat(run.err())
                .contains("forgeable.example: MAIL_SYSTEM_NEEDS_WORK (")
                .contains("(4/4)");
    }

    private static String domain(String line) {
        return line.replaceFirst(".*?\"domain\":\"(.*?)\\.example\".*", "$1");
    }

    @ParameterizedTest
    @CsvSource({
        "html, <!DOCTYPE html>",
        "junit, <?xml version=",
        "sarif, {",
        "csv, \uFEFF\"domain\"",
        "text, Secure (SECURE)"
    })
    void everyFormatIsOneDocumentForSeveralDomains(String format, String beginning) {
        CommandRun run =
                CommandRun.of("demo", "parked", "forgeable", "--quiet", "--format", format);

        assertThat(run.out()).startsWith(beginning).contains("parked.example", "forgeable.example");
        assertThat(run.out().lines().filter(line -> line.startsWith(beginning))).hasSize(1);
    }

    @Test
    void theFileHasTheRightsOfANewOneAndALinkToItStaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("real.html"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), file);
        Path other = Files.writeString(folder.resolve("other"), "");
        CommandRun.of("demo", "parked", "--quiet", "--format", "html", "--output", link.toString());

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(other));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aPastedAddressIsTakenForItsDomainAndThatIsSaid() throws IOException {
        CommandRun run = CommandRun.of("info@shop.example", "--zone", zone(), "--quiet");
        assertThat(run.err()).contains("checking shop.example, taken from a mail address");
    }

    /** At a resolver that is not there, so that nothing is asked in the end. */
    @ParameterizedTest
    @CsvSource({
        "--quiet, 1",
        "--relay-probe=auto, 1",
        "--relay-probe=on, 0",
        "--relay-probe=off, 0",
        "--no-smtp, 0",
    })
    void whoeverDoesNotNameTheRelayProbeIsToldOfItInOneLine(String option, int lines) {
        CommandRun run =
                CommandRun.of(
                        "shop.example",
                        "other.example",
                        option,
                        "--timeout",
                        "1",
                        "--resolver",
                        "127.0.0.1:1",
                        "--egress-control",
                        "none");
        assertThat(run.err().lines().filter(line -> line.contains("--relay-probe off")))
                .hasSize(lines);
        assertThat(run.err().lines().findFirst().orElse("").contains("RCPT only"))
                .isEqualTo(lines == 1);
    }

    @Test
    void aZoneFileAndADemoNeedNoNotice() throws IOException {
        assertThat(CommandRun.of("shop.example", "--zone", zone(), "--quiet").err()).isEmpty();
        assertThat(CommandRun.of("demo", "sound.example", "--quiet").err()).isEmpty();
    }

    @Test
    void rulesExplainACode() {
        CommandRun run = CommandRun.of("rules", "SPF_TOO_MANY_LOOKUPS");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("RFC 7208, section 4.6.4");
        assertThat(CommandRun.of("rules").out()).contains("SPF_TOO_MANY_LOOKUPS");
    }
}
