package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.spf.SpfSyntaxError.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfRecordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 foo -all                  | SPF_UNKNOWN_MECHANISM         | foo           |"
                        + " 8",
                "v=spf1 mx,a -all                 | SPF_UNKNOWN_MECHANISM         | mx,a          |"
                        + " 8",
                "v=spf1 mx ipv4:192.0.2.1         | SPF_UNKNOWN_MECHANISM         | ipv4:192.0.2.1"
                        + " | 11",
                "v=spf1 mx redirect:example.net   | SPF_UNKNOWN_MECHANISM         |"
                        + " redirect:example.net | 11",
                "v=spf1 1a=b                      | SPF_BAD_MODIFIER_NAME         | 1a=b          |"
                        + " 8",
                "v=spf1 -exp=example.net          | SPF_BAD_MODIFIER_NAME         |"
                        + " -exp=example.net | 8",
                "v=spf1 exp=a.example exp=b.example | SPF_REPEATED_MODIFIER       | exp=b.example |"
                        + " 22",
                "v=spf1 -all:example.net          | SPF_UNEXPECTED_ARGUMENT       |"
                        + " -all:example.net | 12",
                "v=spf1 ptr/24                    | SPF_UNEXPECTED_ARGUMENT       | ptr/24        |"
                        + " 11",
                "v=spf1 include/24                | SPF_UNEXPECTED_ARGUMENT       | include/24    |"
                        + " 15",
                "v=spf1 include                   | SPF_MISSING_DOMAIN            | include       |"
                        + " 15",
                "v=spf1 a:                        | SPF_MISSING_DOMAIN            | a:            |"
                        + " 10",
                "v=spf1 mx:/24                    | SPF_MISSING_DOMAIN            | mx:/24        |"
                        + " 11",
                "v=spf1 redirect=                 | SPF_MISSING_DOMAIN            | redirect=     |"
                        + " 17",
                "v=spf1 a:example.123             | SPF_BAD_DOMAIN                | a:example.123 |"
                        + " 18",
                "v=spf1 exists:%{i}foo            | SPF_BAD_DOMAIN                | exists:%{i}foo"
                        + " | 15",
                "v=spf1 include:example.net/24    | SPF_BAD_DOMAIN                |"
                        + " include:example.net/24 | 24",
                "v=spf1 a:localhost               | SPF_SINGLE_LABEL_DOMAIN       | a:localhost   |"
                        + " 10",
                "v=spf1 a:%{x}.example            | SPF_BAD_MACRO                 | a:%{x}.example"
                        + " | 10",
                "v=spf1 a:a%b.example             | SPF_BAD_MACRO                 | a:a%b.example |"
                        + " 11",
                "v=spf1 a:%{d0}                   | SPF_BAD_MACRO                 | a:%{d0}       |"
                        + " 10",
                "v=spf1 a:%{d                     | SPF_BAD_MACRO                 | a:%{d         |"
                        + " 10",
                "v=spf1 x=%{d!}                   | SPF_BAD_MACRO                 | x=%{d!}       |"
                        + " 10",
                "v=spf1 exp=%{c}.example.net      | SPF_MACRO_ONLY_IN_EXPLANATION |"
                        + " exp=%{c}.example.net | 12",
                "v=spf1 ip4:192.0.2               | SPF_BAD_ADDRESS               | ip4:192.0.2   |"
                        + " 12",
                "v=spf1 ip4:2001:db8::1           | SPF_BAD_ADDRESS               | ip4:2001:db8::1"
                        + " | 12",
                "v=spf1 ip6:192.0.2.1             | SPF_BAD_ADDRESS               | ip6:192.0.2.1 |"
                        + " 12",
                "v=spf1 ip4:192.0.2.01            | SPF_BAD_ADDRESS               | ip4:192.0.2.01"
                        + " | 12",
                "v=spf1 ip4                       | SPF_BAD_ADDRESS               | ip4           |"
                        + " 11",
                "v=spf1 ip4:192.0.2.1/33          | SPF_BAD_PREFIX_LENGTH         |"
                        + " ip4:192.0.2.1/33 | 21",
                "v=spf1 ip4:192.0.2.1/024         | SPF_BAD_PREFIX_LENGTH         |"
                        + " ip4:192.0.2.1/024 | 21",
                "v=spf1 ip6:2001:db8::/129        | SPF_BAD_PREFIX_LENGTH         |"
                        + " ip6:2001:db8::/129 | 22",
                "v=spf1 a/33                      | SPF_BAD_PREFIX_LENGTH         | a/33          |"
                        + " 9",
                "v=spf1 a/24/64                   | SPF_BAD_PREFIX_LENGTH         | a/24/64       |"
                        + " 12",
                "v=spf1 mx//129                   | SPF_BAD_PREFIX_LENGTH         | mx//129       |"
                        + " 10"
            })
    void aMistakeIsNamedWithItsTermAndPlace(String record, Kind kind, String term, int position) {
        assertThat(SpfRecord.parse(record).errors())
                .containsExactly(new SpfSyntaxError(kind, term, position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=spf1 a\u00e9 -all", "v=spf1 a:\u00e9.example", "v=spf1 mx\tall"})
    void whatIsNotPlainTextIsABadCharacter(String record) {
        assertThat(SpfRecord.parse(record).errors())
                .extracting(SpfSyntaxError::kind)
                .containsExactly(Kind.SPF_BAD_CHARACTER);
    }

    @Test
    void everyWrongTermIsNamedAndTheRightOnesStay() {
        SpfRecord record = SpfRecord.parse("v=spf1 foo mx  bar:x -all ");
        assertThat(record.errors())
                .extracting(SpfSyntaxError::term)
                .containsExactly("foo", "bar:x");
        assertThat(record.terms()).extracting(Term::text).containsExactly("mx", "-all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1",
                "V=SPF1 MX",
                "v=spf1 a/24//64 mx:example.net//0 ptr:example.net exists:%{ir}.%{l1r+-}.%{d2}",
                "v=spf1 ?include:%{d} ~ip4:0.0.0.0/0 -ip6:::/0 +all",
                "v=spf1 ra=postmaster rp=100 op=x=y:z/w%% unknown= redirect=_spf.%{d}",
                "v=spf1 a:foo:bar/baz.example.com exists:%{d/}"
            })
    void whatTheGrammarAllowsIsRight(String record) {
        assertThat(SpfRecord.parse(record).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'v=spf1'      | true",
                "'v=spf1 '     | true",
                "'V=sPf1 x'    | true",
                "'v=spf10'     | false",
                "'v=spf1;'     | false",
                "' v=spf1'     | false",
                "'spf2.0/pra'  | false",
                "''            | false"
            })
    void theVersionMakesTheRecord(String text, boolean spf) {
        assertThat(SpfRecord.isSpf(text)).isEqualTo(spf);
    }
}
