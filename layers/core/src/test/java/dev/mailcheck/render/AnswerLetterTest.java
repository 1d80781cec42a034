package dev.mailcheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.report.Language;
import dev.mailcheck.report.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Set;

/** The letter that goes back by mail, in both languages. */
class AnswerLetterTest {
    private static final String LINK =
            "https://check.example.net/checks/0123456789abcdef0123456789abcdef";
    private static final AnswerLetter.Circumstances CIRCUMSTANCES =
            new AnswerLetter.Circumstances(
                    LINK, "2026-12-22", "check@check.example.net", "RETURN_PATH");

    private static AnswerLetter weak(Language language) {
        return new AnswerLetter(
                new Words(language), new SampleReports(language).weak(), CIRCUMSTANCES);
    }

    @ParameterizedTest
    @EnumSource
    void theGradeComesFirstAndTheLinkStandsOnALineOfItsOwn(Language language) {
        AnswerLetter letter = weak(language);
        String grade =
                new Verdict(new Words(language)).headline(new SampleReports(language).weak());

        assertThat(letter.text()).startsWith(grade).contains("\n" + LINK + "\n");
        assertThat(letter.subject()).startsWith("mailcheck: ").contains("example.com");
        assertThat(letter.html()).contains("href=\"" + LINK + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void threeThingsToDoAreTold(Language language) {
        String text = weak(language).text();

        assertThat(text).contains("\n1. ").contains("\n2. ").contains("\n3. ");
        assertThat(text).doesNotContain("\n4. ");
    }

    @ParameterizedTest
    @EnumSource
    void noWordIsMissingAndNoPlaceIsLeftOpen(Language language) {
        AnswerLetter letter = weak(language);

        assertThat(letter.text() + letter.subject())
                .doesNotContain("{")
                .doesNotContain("why.")
                .doesNotContain("answer.");
    }

    @Test
    void whereNothingIsWrongItSaysSo() {
        AnswerLetter letter =
                new AnswerLetter(
                        new Words(Language.EN),
                        new SampleReports(Language.EN).sound(),
                        CIRCUMSTANCES);

        assertThat(letter.text()).contains("Nothing needs mending.");
    }

    /** Mail programs run no script and fetch nothing: there is nothing of the kind in it. */
    @ParameterizedTest
    @EnumSource
    void theHtmlFetchesNothing(Language language) {
        assertThat(weak(language).html())
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    /** A domain may publish whatever it likes; none of it becomes markup. */
    @Test
    void whatTheDomainPublishedStaysText() {
        for (String payload : Payloads.all()) {
            AnswerLetter letter =
                    new AnswerLetter(
                            new Words(Language.EN), HostileReport.of(payload), CIRCUMSTANCES);

            assertThat(Set.copyOf(Xml.parse(letter.html()).skeleton()))
                    .as(payload)
                    .isEqualTo(Set.copyOf(Xml.parse(harmless().html()).skeleton()));
        }
    }

    private static AnswerLetter harmless() {
        return new AnswerLetter(new Words(Language.EN), HostileReport.of("x"), CIRCUMSTANCES);
    }
}
