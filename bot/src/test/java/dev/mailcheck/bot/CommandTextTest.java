package dev.mailcheck.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DomainInput;
import dev.mailcheck.report.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What people type and paste behind the command. */
class CommandTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "example.com!example.com",
                "  Example.COM  !example.com",
                "example.com ja!example.com",
                "<http://example.com|example.com>!example.com",
                "<http://example.com>!example.com",
                "<https://www.example.com/a?b=c&amp;d=e|www.example.com>!www.example.com",
                "<mailto:a@example.com|a@example.com>!example.com",
                "a@example.com!example.com",
                "Alice &lt;a@example.com&gt;!",
                "`example.com`!example.com",
                "*example.com*!example.com",
                "\"example.com\"!example.com",
                "「example.com」!example.com",
                "example.com example.net!example.com example.net",
                "example.com,example.net;example.org!example.com example.net example.org",
                "example.com、example.net!example.com example.net",
                "example.com　example.net　ja!example.com example.net",
                "example.com EXAMPLE.com a@example.com!example.com",
                "müller.example!xn--mller-kva.example"
            })
    void domainsAreFoundInWhatIsPasted(String typed, String expected) {
        CommandText read = CommandText.read(typed, Language.EN);

        if (expected == null || expected.isEmpty()) {
            assertThat(read).isInstanceOf(CommandText.NoDomain.class);
        } else {
            assertThat(names(read)).containsExactly(expected.split(" "));
        }
    }

    private static List<String> names(CommandText read) {
        assertThat(read).isInstanceOf(CommandText.Domains.class);
        return ((CommandText.Domains) read)
                .domains().stream().map(DomainInput.Accepted::domain).map(d -> d.name()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com ja,EN,JA",
        "example.com JA,EN,JA",
        "example.com en,JA,EN",
        "example.com,JA,JA",
        "example.com,EN,EN",
        "help ja,EN,JA",
        "mail ja,EN,JA",
        "ja,EN,JA",
        "not_a_domain ja,EN,JA"
    })
    void theLanguageIsTheLastWord(String typed, Language usual, Language expected) {
        assertThat(CommandText.read(typed, usual).language()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "help", "HELP", "help en", "ja", "\"\"", "　"})
    void nothingAndHelpIsHelp(String typed) {
        assertThat(CommandText.read(typed, Language.EN)).isInstanceOf(CommandText.Help.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "Mail", "mail en"})
    void mailAsksForAddresses(String typed) {
        assertThat(CommandText.read(typed, Language.EN)).isInstanceOf(CommandText.Mail.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "192.0.2.1",
                "example..com",
                "exa mple",
                "help example",
                "mail example",
                "a@b@example.com",
                "http://user@example.com/",
                "\u202eexample.com",
                "example.com)",
                "--with x"
            })
    void whatIsNoDomainStartsNothing(String typed) {
        assertThat(CommandText.read(typed, Language.EN)).isInstanceOf(CommandText.NoDomain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<@U012345>", "<@U012345|alice>", "<#C1|mail> example.com", "<!here>"})
    void peopleAndChannelsAreNoDomains(String typed) {
        assertThat(CommandText.read(typed, Language.EN)).isInstanceOf(CommandText.Mention.class);
    }

    @Test
    void moreDomainsThanFitAreCounted() {
        assertThat(
                        CommandText.read(
                                "a.example b.example c.example d.example e.example", Language.EN))
                .isEqualTo(new CommandText.TooMany(Language.EN, 5));
    }

    @Test
    void longTextsCostNothing() {
        assertThat(CommandText.read("<".repeat(1_000_000), Language.EN))
                .isInstanceOf(CommandText.NoDomain.class);
        assertThat(CommandText.read("a,".repeat(500_000), Language.EN))
                .isInstanceOf(CommandText.NoDomain.class);
    }
}
