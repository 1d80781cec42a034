package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DomainInput.Accepted;
import dev.mailcheck.dns.DomainInput.Problem;
import dev.mailcheck.dns.DomainInput.Rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

final class DomainInputTest {
    /** In the table {@code \\uXXXX} is a character, {@code NOTE} the note's name or empty. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "domain-input.txt", delimiter = '|', quoteCharacter = '\u0001')
    void isReadAsItIsMeantOrNotAtAll(String typed, String expected, String note) {
        switch (DomainInput.read(unescaped(typed))) {
            case Accepted(Domain domain, var taken) -> {
                assertThat(domain.name()).isEqualTo(expected);
                assertThat(taken.map(Enum::name).orElse("")).isEqualTo(note == null ? "" : note);
            }
            case Rejected rejected -> {
                assertThat(rejected.problem().name()).isEqualTo(expected);
                assertThat(note).isNull();
            }
        }
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        for (int u = text.indexOf("\\u"); u >= 0; u = text.indexOf("\\u", at)) {
            plain.append(text, at, u).append((char) Integer.parseInt(text, u + 2, u + 6, 16));
            at = u + 6;
        }
        return plain.append(text.substring(at)).toString();
    }

    @ParameterizedTest
    @CsvSource({"63,true", "64,false"})
    void aLabelHas63CharactersAtMost(int length, boolean accepted) {
        assertThat(DomainInput.read("a".repeat(length) + ".example") instanceof Accepted)
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"253,true", "254,false"})
    void aNameHas253CharactersAtMost(int length, boolean accepted) {
        String name = "a.".repeat(200).substring(0, length - 2) + "bc";
        String fitting = name.substring(name.length() - length).replaceFirst("^\\.", "a");
        assertThat(fitting).hasSize(length);
        assertThat(DomainInput.read(fitting) instanceof Accepted).isEqualTo(accepted);
    }

    @Test
    void ofALongTextTheBeginningCounts() {
        assertThat(DomainInput.read("https://example.com/" + "x".repeat(1_000_000)))
                .isInstanceOf(Accepted.class);
        assertThat(problem("x".repeat(1_000_000))).isEqualTo(Problem.TOO_LONG);
        assertThat(problem("a.".repeat(500_000))).isEqualTo(Problem.TOO_LONG);
    }

    private static Problem problem(String typed) {
        return ((Rejected) DomainInput.read(typed)).problem();
    }

    @Test
    void whatIsShownOfARejectedTextIsHarmlessAndShort() {
        Rejected rejected = (Rejected) DomainInput.read("a\u001b[31m\u202ebad" + "y".repeat(999));
        assertThat(rejected.message())
                .matches("[ -~]{1,200}")
                .startsWith("\"a{U+001B}[31m{U+202E}");
    }

    @Test
    void anyTextIsReadWithoutFailing() {
        Random random = new Random(11);
        String pieces = "aZ09.-_@:/\\[]<>?#%\u3002\uff0e\u00e9\u30c6\u0430\u200d\u0000 \ud83d";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int j = random.nextInt(24); j > 0; j--) {
                typed.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            if (DomainInput.read(typed.toString()) instanceof Accepted(Domain domain, var note)) {
                assertThat(DomainInput.read(domain.name()))
                        .isInstanceOfSatisfying(
                                Accepted.class,
                                again -> assertThat(again.domain()).isEqualTo(domain));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "xn--bcher-kva.example, b\u00fccher.example",
        "xn--zckzah.example, \u30c6\u30b9\u30c8.example",
        "xn--wgv71a119e.jp, \u65e5\u672c\u8a9e.jp",
        "xn--pple-43d.com, xn--pple-43d.com",
        "xn--80ak6aa92e.com, xn--80ak6aa92e.com",
        "xn--e1afmkfd.example, \u043f\u0440\u0438\u043c\u0435\u0440.example",
        "xn--zzzzzzzz.example, xn--zzzzzzzz.example",
        "xn--a.example, xn--a.example"
    })
    void uLabelsAreShownOnlyWhereTheyCannotDeceive(String name, String shown) {
        assertThat(new Domain(name).unicode()).isEqualTo(shown);
    }
}
