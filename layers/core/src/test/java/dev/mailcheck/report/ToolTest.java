package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolTest {
    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Tool.name()).matches("mailcheck \\d+\\.\\d+\\.\\d+");
    }
}
