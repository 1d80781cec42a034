package dev.mailcheck.report;

import static dev.mailcheck.check.FindingCode.TLS_RPT_ABSENT;
import static dev.mailcheck.check.FindingCode.TLS_RPT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.TLS_RPT_RECORD_VALID;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;

class WordsTest {
    private final Words english = new Words(Language.EN);
    private final Words japanese = new Words(Language.JA);

    @Test
    void subjectAndReasonAreFilledIn() {
        assertThat(english.message(TLS_RPT_NOT_KNOWN, "example.com", Map.of("reason", "TIMEOUT")))
                .isEqualTo(
                        "The TLS reporting record of example.com could not be looked up: no answer"
                                + " in time");
        assertThat(japanese.message(TLS_RPT_NOT_KNOWN, "example.com", Map.of("reason", "TIMEOUT")))
                .isEqualTo("example.com の TLS レポート用レコードを調べられませんでした: 時間内に応答がありませんでした");
    }

    @Test
    void aReasonThatIsNotInTheCatalogueStandsForItself() {
        assertThat(english.reason("NEW_REASON")).isEqualTo("NEW_REASON");
    }

    @Test
    void aSubjectCannotCallForTheReason() {
        assertThat(english.message(TLS_RPT_NOT_KNOWN, "{reason}", Map.of("reason", "TIMEOUT")))
                .startsWith("The TLS reporting record of {reason} could not");
    }

    @Test
    void whatPassesNeedsNoFix() {
        assertThat(english.fix(TLS_RPT_RECORD_VALID, "example.com", Map.of())).isEmpty();
        assertThat(english.fix(TLS_RPT_ABSENT, "example.com", Map.of())).isPresent();
    }

    @Test
    void anArgumentThatIsMissingLeavesItsPlace() {
        assertThat(english.message(TLS_RPT_NOT_KNOWN, "example.com", Map.of()))
                .endsWith("{reason}");
    }

    @Test
    void whereThereIsNoTranslationTheEnglishWordsStandIn() {
        assertThat(japanese.phraseIfAny("grade.name.SECURE")).contains("Secure");
    }

    @Test
    void whereThereAreNoWordsAtAllTheKeyStandsIn() {
        assertThat(japanese.phrase("no.such.phrase")).isEqualTo("no.such.phrase");
    }

    @Test
    void rulesShowPlacesByName() {
        assertThat(english.pattern(TLS_RPT_ABSENT, "message"))
                .isEqualTo("<subject> does not ask senders to report failed TLS connections.");
    }

    @Test
    void everyLanguageHasItsWordAndUnknownOnesFallBackToEnglish() {
        assertThat(Language.of("ja")).contains(Language.JA);
        assertThat(Language.of("de")).isEmpty();
        assertThat(Language.of(Locale.JAPAN)).isEqualTo(Language.JA);
        assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.EN);
    }
}
