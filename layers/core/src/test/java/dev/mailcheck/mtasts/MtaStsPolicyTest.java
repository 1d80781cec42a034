package dev.mailcheck.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.mtasts.MtaStsPolicy.Malformed;
import dev.mailcheck.mtasts.MtaStsPolicy.Mode;
import dev.mailcheck.mtasts.MtaStsPolicy.Valid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class MtaStsPolicyTest {
    @Test
    void ofAFieldThatIsThereTwiceTheFirstCountsButAllMxDo() {
        String text =
                """
                version: STSv1
                mode: enforce
                mode: none
                mx: MX1.example.com
                mx: *.example.net
                max_age: 604800
                max_age: 1

                """;
        assertThat(MtaStsPolicy.parse(text))
                .isEqualTo(
                        new Valid(
                                Mode.ENFORCE,
                                604_800,
                                List.of("mx1.example.com", "*.example.net"),
                                List.of("mode", "max_age"),
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                                    STS_POLICY_VERSION",
        "hello,                                                 STS_POLICY_LINE",
        "version : STSv1,                                       STS_POLICY_LINE",
        "'version: STSv1\n\nmode: none\nmax_age: 1',             STS_POLICY_LINE",
        "mode: none,                                            STS_POLICY_VERSION",
        "'version: STSv1\nmode: Enforce',                       STS_POLICY_MODE",
        "'version: STSv1\nmode: none\nmax_age: 12345678901',    STS_POLICY_MAX_AGE",
        "'version: STSv1\nmode: testing\nmax_age: 1',           STS_POLICY_NO_MX",
        "'version: STSv1\nmode: testing\nmax_age: 1\nmx: a..b', STS_POLICY_MX",
        "'version: STSv1\nmode: none\nmax_age: 1\nmx: a b',     STS_POLICY_MX"
    })
    void eachFaultHasItsReason(String text, String reason) {
        assertThat(MtaStsPolicy.parse(text))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.reason()).isEqualTo(reason));
    }

    @Test
    void aPolicyBeyondTheLimitIsNotRead() {
        assertThat(MtaStsPolicy.parse("a: b\n".repeat(20_000)))
                .isEqualTo(new Malformed("STS_POLICY_TOO_LONG", ""));
    }
}
