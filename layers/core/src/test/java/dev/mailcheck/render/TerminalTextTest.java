package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class TerminalTextTest {
    static List<String> payloads() {
        return Payloads.all();
    }

    @Test
    void thereAreEnoughPayloads() {
        assertThat(payloads()).hasSizeGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingThatATerminalObeysIsLeft(String payload) {
        String shown = TerminalText.of(payload);

        assertThat(shown.codePoints()).noneMatch(TerminalText::isActive);
        assertThat(shown).doesNotContainPattern("\\p{M}{5}");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void whatIsShownIsNotHidden(String payload) {
        assertThat(TerminalText.of(payload).length()).isGreaterThanOrEqualTo(payload.length());
    }

    @Test
    void lettersOfAllScriptsStayAsTheyAre() {
        String text = "Grüße, 日本語　テスト。が é कि العربية עברית 한국어 𠮷 😀 ~!@#";

        assertThat(TerminalText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001b[31m', '\\x1b[31m'",
        "'\u009b31m', '\\x9b31m'",
        "'a\u202eb', 'a\\u202eb'",
        "'a\u200bb', 'a\\u200bb'",
        "'a\u00a0b', 'a\\xa0b'"
    })
    void whatIsActiveIsShownByItsNumber(String foreign, String shown) {
        assertThat(TerminalText.of(foreign)).isEqualTo(shown);
    }

    @Test
    void aCharacterBeyondTheFirstPlaneIsShownByItsNumberToo() {
        assertThat(TerminalText.of("a\udb40\udc41")).isEqualTo("a\\u{e0041}");
    }

    @Test
    void lineEndsAreNoExceptionForForeignTextHasOneLine() {
        assertThat(TerminalText.of("a\r\nb\tc")).isEqualTo("a\\x0d\\x0ab\\x09c");
    }
}
