package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SystemResolversTest {
    @Test
    void thereAreOneToThreeWithAddresses() {
        assertThat(SystemResolvers.servers())
                .hasSizeBetween(1, 3)
                .noneMatch(server -> server.isUnresolved());
    }
}
