package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is odd about the lines of a body. */
class BodyLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # R is CR, N is LF, E is a byte above 127, 0 a NUL
                    aRNbbRN     | 2 0 0
                    aNbbRN      | 2 1 0
                    aRbbRN      | 2 0 1
                    aRRNb       | 1 0 1
                    abc         | 3 0 0
                    ``          | 0 0 0
                    NN          | 0 2 0
                    R           | 0 0 1
                    """)
    void linesAreMeasured(String body, String counts) {
        BodyLines lines = lines(body);

        assertThat(lines.longest() + " " + lines.bareLf() + " " + lines.bareCr()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    aN.Nb      | true
                    aN.RNb     | true
                    aRN.Nb     | true
                    aR.Rb      | true
                    aR.RNb     | true
                    aRN.Rb     | true
                    aRRN.RNb   | false
                    aRN.RNb    | false
                    aN..Nb     | false
                    aRN.xRNb   | false
                    .RNb       | false
                    .Nb        | true
                    """)
    void endsOfMailThatSomeServersSeeAreTold(String body, boolean loneDot) {
        assertThat(lines(body).loneDot()).isEqualTo(loneDot);
    }

    @Test
    void bytesThatNeedMoreThanSevenBitsAndNulsAreTold() {
        assertThat(lines("aE").eightBit()).isTrue();
        assertThat(lines("a0").nul()).isTrue();
        assertThat(lines("a").eightBit() || lines("a").nul()).isFalse();
    }

    @Test
    void inAMailSavedWithBareLineFeedsTheyAreNothingOdd() {
        BodyLines lines = BodyLines.of(Mails.read("A: 1\n\na\n.\nb\n"));

        assertThat(lines.bareLf()).isZero();
        assertThat(lines.loneDot()).isFalse();
    }

    private static BodyLines lines(String body) {
        return BodyLines.of(
                Mails.read(
                        "A: 1\r\n\r\n"
                                + body.replace('R', '\r')
                                        .replace('N', '\n')
                                        .replace('E', '\u00e9')
                                        .replace('0', '\0')));
    }
}
