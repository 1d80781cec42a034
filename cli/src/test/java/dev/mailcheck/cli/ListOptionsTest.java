package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code --dnsbl}, {@code --uribl}, and the keys of lists, which nobody may ever see. */
class ListOptionsTest {
    private static final String SECRET = "canary4key4of4a4list";
    private static final Map<String, String> KEY =
            Map.of("MAILCHECK_SPAMHAUS_DQS_KEY", SECRET.toUpperCase(Locale.ROOT));

    /** A listed host at Spamhaus with a key; the list's texts say the key back. */
    private static final String ZONE =
            """
            {"example.com": {"MX": ["10 mx.example.com."], "TXT": ["v=spf1 mx -all"]},
             "mx.example.com": {"A": ["192.0.2.1"]},
             "2.0.0.127.SECRET.zen.dq.spamhaus.net": {"A": ["127.0.0.2"]},
             "1.2.0.192.SECRET.zen.dq.spamhaus.net":
                 {"A": ["127.0.0.2"], "TXT": ["https://x.example/?key=SECRET"]},
             "dbltest.com.SECRET.dbl.dq.spamhaus.net": {"TIMEOUT": true},
             "2.0.0.127.psbl.surriel.com": {"A": ["127.0.0.2"]},
             "1.2.0.192.psbl.surriel.com": {"A": ["127.0.0.2"]}}
            """
                    .replace("SECRET", SECRET);

    @TempDir Path folder;

    private String zone() throws IOException {
        return Files.writeString(folder.resolve("zone.json"), ZONE).toString();
    }

    @Test
    void aKeyIsUsedAndShownNowhere() throws IOException {
        Path record = folder.resolve("record.json");
        for (List<String> how :
                List.of(
                        List.of("--json"),
                        List.of("--verbose"),
                        List.of("--verbose", "--lang", "ja"),
                        List.of("--record", record.toString()))) {
            List<String> words = new ArrayList<>(List.of("example.com", "--zone", zone()));
            words.addAll(how);

            CommandRun run = CommandRun.with(KEY, words.toArray(String[]::new));

            assertThat(run.out()).contains("KEY.zen.dq.spamhaus.net", "DNSBL_LISTED");
            assertThat(run.out() + run.err()).doesNotContainIgnoringCase(SECRET);
        }
        assertThat(Files.readString(record))
                .contains("MAILCHECK_SPAMHAUS_DQS_KEY", "KEY.zen.dq.spamhaus.net", "?key=KEY")
                .doesNotContainIgnoringCase(SECRET);
    }

    @Test
    void aKeyThatIsPastedWithItsZoneIsShownNowhereEither() throws IOException {
        Path record = folder.resolve("record.json");
        CommandRun run =
                CommandRun.of(
                        "example.com",
                        "--zone",
                        zone(),
                        "--dnsbl",
                        SECRET + ".zen.dq.spamhaus.net",
                        "--verbose",
                        "--record",
                        record.toString());

        assertThat(run.out()).contains("KEY.zen.dq.spamhaus.net", "DNSBL_LISTED");
        assertThat(run.out() + run.err() + Files.readString(record))
                .doesNotContainIgnoringCase(SECRET);
    }

    @Test
    void aRecordingMadeWithAKeyIsJudgedAlikeWithoutIt() throws IOException {
        Path record = folder.resolve("record.json");
        CommandRun live =
                CommandRun.with(
                        KEY,
                        "example.com",
                        "--zone",
                        zone(),
                        "--record",
                        record.toString(),
                        "--verbose");
        CommandRun again = CommandRun.of("--replay", record.toString(), "--verbose");

        assertThat(again.out()).isEqualTo(live.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a key", "a.b", "k\u00e9y"})
    void whatIsNoKeyIsRefusedWithoutSayingIt(String key) {
        CommandRun run =
                CommandRun.with(Map.of("MAILCHECK_ABUSIX_KEY", key), "example.com", "--no-smtp");

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1).contains("MAILCHECK_ABUSIX_KEY").doesNotContain(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dnsbl a..b | --dnsbl takes the zone of a list, or none, not \"a..b\"",
                "--dnsbl bl | --dnsbl takes the zone",
                "--uribl bl.example,-x/y | --uribl takes the zone",
                "--uribl bl.example, | --uribl takes the zone",
                "--dnsbl none,bl.example | --dnsbl takes zones of lists, or none alone",
                "--dnsbl se/cret.zen.dq.spamhaus.net | not \"KEY.zen.dq.spamhaus.net\"",
            })
    void aListThatCannotBeIsNamedInOneLine(String words, String expected) {
        CommandRun run = CommandRun.of(("example.com " + words).split(" ", -1));

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1).contains(expected).doesNotContain("se/cret");
    }

    @Test
    void aNamedListTakesThePlaceOfTheOthersAndCountsAsMajor() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "example.com", "--zone", zone(), "--dnsbl", "PSBL.surriel.com", "--json");

        assertThat(run.out())
                .contains("\"DNSBL_LISTED\"", "psbl.surriel.com")
                .doesNotContain("spamcop");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void switchedOffListsAreNotTested() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "example.com",
                        "--zone",
                        zone(),
                        "--dnsbl",
                        "none",
                        "--uribl",
                        "none",
                        "--json");

        assertThat(run.out().replaceAll("\\s", ""))
                .contains(
                        "{\"check\":\"dnsbl\",\"reason\":\"SWITCHED_OFF\"}",
                        "{\"check\":\"uribl\",\"reason\":\"SWITCHED_OFF\"}");
    }

    @Test
    void listsThatAZoneFileDoesNotHaveAreSilentAndExcused() throws IOException {
        CommandRun run = CommandRun.of("example.com", "--zone", zone(), "--json");

        assertThat(run.out().replaceAll("\\s", ""))
                .contains(
                        "{\"check\":\"dnsbl\",\"reason\":\"LISTS_SILENT\"}",
                        "{\"check\":\"uribl\",\"reason\":\"LISTS_SILENT\"}");
    }

    @Test
    void theSampleWorldServesEveryDefaultList() {
        CommandRun run = CommandRun.of("demo", "sound.example", "--json", "--quiet");

        assertThat(run.out())
                .contains("\"DNSBL_NOT_LISTED\"", "\"URIBL_NOT_LISTED\"")
                .doesNotContain("_LIST_SILENT", "_ADDRESS_NOT_KNOWN");
    }
}
