package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "日本語, 6",
        "ﾊﾝｶｸ, 4",
        "ＡＢ, 4",
        "「。」, 6",
        "é, 1",
        "か\u3099, 2",
        "한국, 4",
        "😀, 2",
        "𠮷, 2",
        "…, 1",
        "'', 0"
    })
    void countsWhatATerminalUses(String text, int columns) {
        assertThat(Columns.of(text)).isEqualTo(columns);
    }

    @Test
    void paddingCountsColumnsAndNotCharacters() {
        assertThat(Columns.padded("対処", 6)).isEqualTo("対処  ");
        assertThat(Columns.padded("longer", 3)).isEqualTo("longer");
    }
}
