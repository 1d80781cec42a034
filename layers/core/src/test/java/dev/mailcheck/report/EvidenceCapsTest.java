package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class EvidenceCapsTest {
    private final EvidenceCaps caps = new EvidenceCaps(text -> text);

    @Test
    void whatIsWithinBoundsStaysAsItIs() {
        Map<String, Object> evidence =
                Map.of("records", List.of("v=spf1 -all"), "lookups", 3L, "secure", true);

        assertThat(caps.cap(evidence)).isEqualTo(evidence);
    }

    @Test
    void aLongTextIsCutToItsBoundWithAMark() {
        String cut = (String) caps.cap("x".repeat(64_000));

        assertThat(cut).hasSize(EvidenceCaps.STRING).endsWith("x… [64000 characters]");
    }

    @Test
    void aTextIsNotCutWithinACharacter() {
        for (int length = 480; length < 500; length++) {
            String cut = EvidenceCaps.cut("x".repeat(length) + "𝕏".repeat(200));

            assertThat(cut.codePoints()).noneMatch(c -> c >= 0xd800 && c < 0xe000);
        }
    }

    @Test
    void aLongListIsCutAndSaysHowManyAreMissing() {
        List<?> cut = (List<?>) caps.cap(Collections.nCopies(1000, 1L));

        assertThat(cut).hasSize(EvidenceCaps.ENTRIES + 1);
        assertThat(cut.getLast()).isEqualTo("… [800 more]");
    }

    @Test
    void aLargeMapIsCutAndSaysHowManyAreMissing() {
        Map<String, Integer> large =
                IntStream.range(0, 1000).boxed().collect(Collectors.toMap(String::valueOf, i -> i));

        Map<?, ?> cut = (Map<?, ?>) caps.cap(large);

        assertThat(cut).hasSize(EvidenceCaps.ENTRIES + 1);
        assertThat(cut.get("…")).isEqualTo("… [800 more]");
    }

    @Test
    void theWholeIsBoundedHoweverTheSizeIsSpread() {
        Object deep = "x".repeat(400);
        for (int level = 0; level < 6; level++) {
            deep = Collections.nCopies(20, deep);
        }

        assertThat(caps.cap(deep).toString().length()).isLessThan(2 * EvidenceCaps.TOTAL);
    }

    @Test
    void nestingIsBounded() {
        Object deep = "core";
        for (int level = 0; level < 1000; level++) {
            deep = List.of(deep);
        }

        assertThat(caps.cap(deep).toString()).hasSizeLessThan(200).contains("… [1 more]");
    }

    @Test
    void maskingComesBeforeCutting() {
        EvidenceCaps masking = new EvidenceCaps(text -> text.replace("192.0.2.1", "OUR-ADDRESS"));

        assertThat((String) masking.cap("x".repeat(485) + "192.0.2.1" + "x".repeat(100)))
                .doesNotContain("192.0");
    }

    @Test
    void namesAreMaskedAndCutLikeValues() {
        EvidenceCaps masking = new EvidenceCaps(text -> text.replace("ours", "OUR-NAME"));

        assertThat(masking.cap(Map.of("ours", 1L))).isEqualTo(Map.of("OUR-NAME", 1L));
    }
}
