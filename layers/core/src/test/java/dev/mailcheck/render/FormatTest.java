package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void aFormatIsFoundByTheWordOfTheOption() {
        assertThat(Format.of("text")).contains(Format.TEXT);
        assertThat(Format.of("json")).contains(Format.JSON);
        assertThat(Format.of("JSON")).isEmpty();
        assertThat(Format.of("html")).contains(Format.HTML);
        assertThat(Format.of("pdf")).isEmpty();
    }
}
