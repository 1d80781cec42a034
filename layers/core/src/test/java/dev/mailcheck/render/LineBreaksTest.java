package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class LineBreaksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10 | one two three four         | one two/three four
                    10 | short                      | short
                    10 | abcdefghijklmnopqrstuvwxyz | abcdefghij/klmnopqrst/uvwxyz
                    10 | a abcdefghijklmno b        | a/abcdefghij/klmno b
                    10 | 日本語の文章を折り返す     | 日本語の文/章を折り返/す
                    10 | 日本語の文。次             | 日本語の/文。次
                    10 | 日本語の「文」次           | 日本語の/「文」次
                    10 | 日本語チェック             | 日本語/チェック
                    10 | 日本語 mailcheck 語        | 日本語/mailcheck/語
                    10 | 日本語mailcheck            | 日本語/mailcheck
                    10 | 日本語に mx を             | 日本語に/mx を
                    """)
    void breaksWhereAReaderExpectsIt(int columns, String text, String lines) {
        assertThat(String.join("/", LineBreaks.of(text, columns))).isEqualTo(lines);
    }

    @Test
    void anEmptyTextIsOneEmptyLine() {
        assertThat(LineBreaks.of("", 10)).containsExactly("");
    }

    static List<String> payloads() {
        return Payloads.all();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noLineIsTooLongAndNothingButBlanksIsLost(String payload) {
        String text = TerminalText.of(payload);

        List<String> lines = LineBreaks.of(text, 20);

        assertThat(lines).allMatch(line -> Columns.of(line) <= 20);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
}
