package dev.mailcheck.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZoneKeyTest {
    /** The key and DS of RFC 6605, section 6.1. */
    private static final String KEY =
            "257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edb"
                    + "krSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==";

    private static final String DS =
            "55648 13 2 b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17";

    @Test
    void tagAndDsAreThoseOfTheStandardsExample() {
        ZoneKey key = ZoneKey.parse(KEY).orElseThrow();

        assertThat(key.tag()).isEqualTo(55648);
        assertThat(key.isEntryPoint()).isTrue();
        assertThat(key.ds("example.net")).isEqualTo(DS);
        assertThat(DelegationSigner.parse(DS)).map(DelegationSigner::data).contains(DS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "257 3 13", "257 3 13 ***", "70000 3 13 AAAA", "257 3 13 A"})
    void otherTextIsNoKey(String data) {
        assertThat(ZoneKey.parse(data)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 0 5", "1 0 x -", "1 0 5 xy"})
    void otherTextIsNoParameters(String data) {
        assertThat(Nsec3Parameters.parse(data)).isEmpty();
    }

    @Test
    void theRecommendedParametersHashOnceWithoutSalt() {
        assertThat(Nsec3Parameters.parse("1 0 150 ABCD").orElseThrow().recommended().data())
                .isEqualTo("1 0 0 -");
    }

    @Test
    void whatIsDeprecatedHasAName() {
        assertThat(Algorithms.isDeprecated(5)).isTrue();
        assertThat(Algorithms.isDeprecated(13)).isFalse();
        assertThat(Algorithms.isDeprecatedDigest(1)).isTrue();
        assertThat(Algorithms.isDeprecatedDigest(2)).isFalse();
        assertThat(Algorithms.name(7)).isEqualTo("RSASHA1-NSEC3-SHA1 (7)");
        assertThat(Algorithms.name(200)).isEqualTo("200");
    }
}
