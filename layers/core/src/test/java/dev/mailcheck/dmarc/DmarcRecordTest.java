package dev.mailcheck.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dmarc.DmarcRecord.Alignment;
import dev.mailcheck.dmarc.DmarcRecord.Psd;
import dev.mailcheck.dmarc.DmarcRecord.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmarcRecordTest {
    @ParameterizedTest
    @ValueSource(strings = {"v=DMARC1", "v=DMARC1;", "V = DMARC1\t; p=none", "v=DMARC1;p=none"})
    void aRecordBeginsWithItsVersion(String text) {
        assertThat(DmarcRecord.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " v=DMARC1",
                "v=dmarc1",
                "v=DMARC2",
                "v=DMARC1x",
                "v=DMARC1 p=none",
                "v=DMARC1,",
                "p=none; v=DMARC1",
                "\"v=DMARC1\""
            })
    void allOtherTextsAreNone(String text) {
        assertThat(DmarcRecord.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "p=none,                                 SOUND",
        "p=REJECT; sp=Quarantine; np=none,       SOUND",
        "p=reject; sp=,                          UNUSABLE",
        "p=reject; np=x; rua=mailto:a@b.example, AS_IF_NONE",
        "rua=mailto:a@b.example,                 AS_IF_NONE",
        "rua=a@b.example,                        UNUSABLE",
        "ruf=mailto:a@b.example,                 UNUSABLE"
    })
    void policiesCountWhereAllAreValid(String tags, Standing standing) {
        assertThat(record(tags).standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "p=reject,                         reject reject reject,     reject reject reject",
        "p=reject; sp=none,                reject none none,         reject none none",
        "p=none; np=reject,                none none reject,         none none reject",
        "p=reject; sp=quarantine; np=none, reject quarantine none,   reject quarantine none",
        "p=reject; sp=quarantine; t=y,     reject quarantine quarantine, quarantine none none",
        "p=none; t=y,                      none none none,           none none none",
        "p=reject; sp=x; rua=mailto:a@b.example, none none none,     none none none"
    })
    void eachTagFallsBackAndTestingLowers(String tags, String asked, String applied) {
        DmarcRecord record = record(tags);
        assertThat(
                        record.asked(PolicyTag.P).word()
                                + " "
                                + record.asked(PolicyTag.SP).word()
                                + " "
                                + record.asked(PolicyTag.NP).word())
                .isEqualTo(asked);
        assertThat(
                        record.applied(PolicyTag.P).word()
                                + " "
                                + record.applied(PolicyTag.SP).word()
                                + " "
                                + record.applied(PolicyTag.NP).word())
                .isEqualTo(applied);
    }

    @Test
    void whatIsAbsentOrInvalidHasItsDefault() {
        DmarcRecord plain = record("p=none; adkim=x; psd=x; t=x");
        assertThat(plain.adkim()).isEqualTo(Alignment.RELAXED);
        assertThat(plain.aspf()).isEqualTo(Alignment.RELAXED);
        assertThat(plain.psd()).isEqualTo(Psd.UNSAID);
        assertThat(plain.isTesting()).isFalse();
        assertThat(plain.rua()).isEmpty();
        DmarcRecord full = record("p=none; adkim=S; aspf=s; psd=N; t=Y");
        assertThat(full.adkim()).isEqualTo(Alignment.STRICT);
        assertThat(full.aspf()).isEqualTo(Alignment.STRICT);
        assertThat(full.psd()).isEqualTo(Psd.NO);
        assertThat(full.isTesting()).isTrue();
    }

    private static DmarcRecord record(String tags) {
        return DmarcRecord.parse("v=DMARC1; " + tags).orElseThrow();
    }
}
