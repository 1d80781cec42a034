package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.IpLiteral;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResolverListTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.53,192.0.2.53,53",
        "192.0.2.53:5353,192.0.2.53,5353",
        "2001:db8::53,2001:db8::53,53",
        "[2001:db8::53],2001:db8::53,53",
        "[2001:db8::53]:5353,2001:db8::53,5353",
        "localhost:5353,127.0.0.1,5353"
    })
    void aResolverIsAnAddressOrAHostWithOrWithoutPort(String text, String address, int port) {
        assertThat(ResolverList.parse(text).orElseThrow())
                .singleElement()
                .satisfies(server -> {
                    assertThat(IpLiteral.text(server.getAddress())).isEqualTo(address);
                    assertThat(server.getPort()).isEqualTo(port);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":53",
                "192.0.2.53:",
                "192.0.2.53:0",
                "192.0.2.53:99999",
                "[x]:53",
                "[::1",
                "a:b",
                "https://dns.example/"
            })
    void anythingElseIsTold(String text) {
        assertThat(ResolverList.parse(text))
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid -> assertThat(invalid.problem()).startsWith("resolver \""));
    }

    @Test
    void theSystemHasOneToThree() {
        assertThat(ResolverList.ofSystem()).hasSizeBetween(1, 3);
    }
}
