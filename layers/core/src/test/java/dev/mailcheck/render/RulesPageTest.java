package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.FindingCode;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesPageTest {
    private final RulesPage english = new RulesPage(new Words(Language.EN), false);

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneCodeIsExplainedLikeThis(Language language) {
        RulesPage page = new RulesPage(new Words(language), false);

        GoldenFile.of("rules/TLS_RPT_NOT_KNOWN." + language.word() + ".txt")
                .mustEqual(page.of("TLS_RPT_NOT_KNOWN").orElseThrow());
    }

    @Test
    void aCodeMayBeWrittenInSmallLettersAndWithHyphens() {
        assertThat(english.of("tls-rpt-absent")).isEqualTo(english.of("TLS_RPT_ABSENT"));
    }

    @Test
    void whatPassesHasNothingToDo() {
        assertThat(english.of("TLS_RPT_RECORD_VALID").orElseThrow()).doesNotContain("What to do");
    }

    @Test
    void anUnknownCodeHasNoPageButSimilarOnes() {
        assertThat(english.of("TLS_RPT")).isEmpty();
        assertThat(english.similar("TLS_RPT")).contains("TLS_RPT_ABSENT");
        assertThat(english.similar("nothing like it")).isEmpty();
        assertThat(english.similar("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theListHasEveryCodeInLinesOfATerminal(Language language) {
        String all = new RulesPage(new Words(language), false).all();

        for (FindingCode code : FindingCode.values()) {
            assertThat(all).contains(code.name());
        }
        assertThat(all.lines()).allMatch(line -> Columns.of(line) <= Page.WIDTH);
    }
}
