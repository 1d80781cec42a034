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

/** Bad input gets one line that names what is wrong; nothing is run, nothing is printed. */
class BadInputTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com --colour | --colour",
                "example.com --format pdf | --format takes text, json",
                "example.com --lang fr | --lang takes en or ja",
                "example.com --timeout 0 | --timeout takes a number from 1 to 3600",
                "example.com --timeout soon | \"soon\"",
                "example.com --smtp-port 65536 | --smtp-port",
                "example.com --at yesterday | --at takes a time such as",
                "example.com --fail-on BAD | --fail-on takes DANGEROUS",
                "example.com --relay-probe maybe | --relay-probe takes auto, on, off",
                "example.com --egress-control mail.example | --egress-control takes HOST:PORT",
                "example.com --zone nothing.json | there is no file \"nothing.json\"",
                "example.com --trust-anchor nothing.txt | there is no file \"nothing.txt\"",
                "example.com --ca-file nothing.pem | there is no file \"nothing.pem\"",
                "example.com --output no/such/folder/report | cannot write",
                "example.com --record no/such/folder/record | cannot write",
                "example.com --with example.com | --with",
                "example.com --with | --with",
                "example.com --selector a/b | --selector takes",
                "example.com --selector s1._domainkey.example.com | --selector takes",
                "example.com --selector _DomainKey | --selector takes",
                "example.com --record - | --record takes a file",
                "example.com --resolver 127.0.0.1:0 | no such port",
                "example.com --replay some.json | cannot read \"some.json\"",
                "--replay nothing.json | cannot read \"nothing.json\"",
                "--json demo sound.example | \"demo\" has to come first",
                "demo no-such-sample | there is no sample domain",
                "demo sound.example nothing none | there is no sample domain \"nothing\","
                        + " \"none\";",
                "a..example example.com 127.0.0.1 | two dots stand together, or one stands first;"
                        + " \"127.0.0.1\"",
                "a.example b.example --record record.json | --record takes one domain, not 2",
                "rules SPF_NO_SUCH_THING | there is no finding",
                "127.0.0.1 | an IP address is not a domain",
                "localhost | \"localhost\"",
                "intranet | at least two labels",
                "a..example | dots",
                "@no-such-file | there is no options file",
                "mail | which mail?",
                "mail nothing.eml | there is no file \"nothing.eml\"",
                "mail . | is a folder",
                "mail - | standard input is empty",
                "mail a.eml b.eml | mail takes one file, not 2",
                "mail a.eml --client-ip mx.example.com | --client-ip takes an IP address",
                "mail a.eml --tls perhaps | --tls takes TLSv1.3/CIPHER",
                "mail a.eml --trusted-receiver a/b | --trusted-receiver takes",
                "mail a.eml --replay some.json | leave \"a.eml\" out",
                "mail a.eml --batch b.jsonl | leave \"a.eml\" out",
                "mail --batch nothing.jsonl | cannot read \"nothing.jsonl\"",
                "mail --batch . | is a folder",
                "mail --batch a.jsonl --format html | writes JSON lines",
                "mail --batch a.jsonl --record b | --record takes one mail",
                "example.com --full | --full",
                "bot | SLACK_BOT_TOKEN",
            })
    void oneLineNamesWhatIsWrong(String words, String expected) {
        CommandRun run = CommandRun.of(words.split(" "));
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains(expected).startsWith("mailcheck: ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void noDomainAtAllGetsAHint() {
        CommandRun run = CommandRun.of();
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("mailcheck example.com").contains("mailcheck demo");
    }

    @Test
    void oneBadDomainAmongGoodOnesStopsAllBeforeTheFirstProbe() {
        CommandRun run = CommandRun.of("example.com", "exa mple.com");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void whatTheUserTypedIsShownWithoutItsControlCharacters() {
        CommandRun run = CommandRun.of("example.com", "--lang", "\u001b[31m\u202e");
        assertThat(run.err()).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void aDamagedZoneFileIsNamedWithWhatIsWrong() throws IOException {
        Path zone = Files.writeString(folder.resolve("zone.json"), "{\"example.com\": 5}");
        CommandRun run = CommandRun.of("example.com", "--zone", zone.toString());
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("example.com").hasLineCount(1);
    }

    @Test
    void standingOptionsAreReadAndTheirFaultsAreSaid() throws IOException {
        Path options = folder.resolve("mailcheck").resolve("options");
        Files.createDirectories(options.getParent());
        Files.writeString(options, "--lang xx\n");
        CommandRun run = CommandRun.with(Map.of("XDG_CONFIG_HOME", folder.toString()), "demo");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("--lang");
    }
}
