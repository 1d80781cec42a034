package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7208, section 7.4, and the bounds. */
class MacrosTest {
    private static String value(char letter) {
        return switch (letter) {
            case 's' -> "strong-bad@email.example.com";
            case 'o', 'd' -> "email.example.com";
            case 'l' -> "strong-bad";
            case 'i' -> "192.0.2.3";
            case 'v' -> "in-addr";
            default -> "?";
        };
    }

    private static String name(String spec) {
        return DomainSpec.read(spec, 0, new Mistakes(spec, 0))
                .map(domain -> Macros.name(domain.macros(), MacrosTest::value))
                .orElse("wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "%{s}, strong-bad@email.example.com",
        "%{d4}, email.example.com",
        "%{d2}, example.com",
        "%{d1}, com",
        "%{dr}, com.example.email",
        "%{d2r}, example.email",
        "%{l-}, strong.bad",
        "%{lr-}, bad.strong",
        "%{l1r-}, strong",
        "%{ir}.%{v}._spf.%{d2}, 3.2.0.192.in-addr._spf.example.com",
        "%{lr-}.lp._spf.%{d2}, bad.strong.lp._spf.example.com",
        "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}, bad.strong.lp.3.2.0.192.in-addr._spf.example.com",
        "%{d2}.trusted-domains.example.net., example.com.trusted-domains.example.net",
        "%{S}.example.net, strong-bad%40email.example.com.example.net",
        "a%%b%_c%-d.example.net, a%b c%20d.example.net"
    })
    void macrosExpandAsTheExamplesSay(String spec, String name) {
        assertThat(name(spec)).isEqualTo(name);
    }

    @Test
    void aLongNameLosesLabelsFromTheLeft() {
        String name = name("%{d}.".repeat(40) + "example.net");
        assertThat(name)
                .hasSizeLessThanOrEqualTo(253)
                .hasSizeGreaterThan(230)
                .endsWith("example.net");
        assertThat("email.example.com.".repeat(40) + "example.net").endsWith("." + name);
    }

    @Test
    void oneLabelThatIsTooLongLeavesNothing() {
        assertThat(name("a".repeat(300) + "%{l1r-}")).isEmpty();
    }

    @Test
    void aFloodOfMacrosIsExpandedNoFurtherThanANameIsLong() {
        int[] asked = {0};
        String spec = "%{s}".repeat(16_000);
        MacroString macros = MacroReader.readTerm(spec, 0, new Mistakes(spec, 0)).orElseThrow();
        Macros.name(
                macros,
                letter -> {
                    asked[0]++;
                    return value(letter);
                });
        assertThat(asked[0]).isLessThan(20);
    }

    @Test
    void anExplanationIsCut() {
        MacroString text = MacroReader.readExplanation("%{s} ".repeat(10_000)).orElseThrow();
        assertThat(Macros.text(text, MacrosTest::value, 512)).hasSize(512);
    }
}
