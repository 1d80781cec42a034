package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TemplateTest {
    @Test
    void placesAreFilled() {
        assertThat(fill("{a} and {b}, {a}", Map.of("a", "1", "b", "2"))).isEqualTo("1 and 2, 1");
    }

    @Test
    void anArgumentCannotCallForAnotherArgument() {
        assertThat(fill("{a}", Map.of("a", "{b}", "b", "secret"))).isEqualTo("{b}");
        assertThat(fill("{a}{b}", Map.of("a", "{", "b", "a}"))).isEqualTo("{a}");
    }

    @Test
    void anArgumentIsTakenToTheLetter() {
        assertThat(fill("{a}", Map.of("a", "$1 \\ ${a} $<a> \\{b}")))
                .isEqualTo("$1 \\ ${a} $<a> \\{b}");
    }

    @Test
    void aMacroOfSpfIsNoPlace() {
        assertThat(fill("exists:%{i}.{subject}", Map.of("i", "?", "subject", "example.com")))
                .isEqualTo("exists:%{i}.example.com");
        assertThat(new Template("%{i} {limit}").places()).containsExactly("limit");
    }

    @Test
    void bracesThatAreNoPlaceStay() {
        assertThat(fill("{} {a b} {1} {a", Map.of("a", "x"))).isEqualTo("{} {a b} {1} {a");
    }

    private static String fill(String text, Map<String, String> arguments) {
        return new Template(text).fill(name -> arguments.getOrDefault(name, "{" + name + "}"));
    }
}
