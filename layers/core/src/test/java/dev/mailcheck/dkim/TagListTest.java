package dev.mailcheck.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.TagList.Fault.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

class TagListTest {
    @Test
    void blanksAroundNamesAndValuesAreDropped() {
        TagList tags = TagList.parse(" a = 1 ;\tb\r\n=\r\n two words ; c=; ");
        assertThat(tags.text()).isEqualTo("a=1; b=two words; c=");
        assertThat(tags.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1;;b=2   | EMPTY",
                "a=1;b      | NO_EQUALS",
                "a=1;2b=3   | NAME",
                "a=1;=3     | NAME",
                "a=1;b=é    | VALUE",
                "a=1;a=2    | REPEATED"
            })
    void eachFaultHasItsKind(String text, Kind kind) {
        assertThat(TagList.parse(text).faults())
                .extracting(TagList.Fault::kind)
                .containsExactly(kind);
        assertThat(TagList.parse(text).value("a")).contains("1");
    }

    @Test
    void behindTheHundredthTagNothingIsRead() {
        TagList tags = TagList.parse("a=b;".repeat(30_000));
        assertThat(tags.tags()).hasSize(100);
        assertThat(tags.faults()).extracting(TagList.Fault::kind).contains(Kind.TOO_MANY);
    }

    @Test
    void aTagIsReplacedInPlaceOrComesLast() {
        TagList tags = TagList.parse("a=1; b=2");
        assertThat(tags.with("a", "3").text()).isEqualTo("a=3; b=2");
        assertThat(tags.with("c", "3").text()).isEqualTo("a=1; b=2; c=3");
        assertThat(tags.without(Set.of("a")).text()).isEqualTo("b=2");
    }
}
