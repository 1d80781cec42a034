package dev.mailcheck.message;

import static dev.mailcheck.message.Mails.body;
import static dev.mailcheck.message.Mails.bytes;
import static dev.mailcheck.message.Mails.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where header, fields and body of a mail are, and what is told about its bytes. */
class RawMailTest {
    @Test
    void aFieldKeepsItsBytes() {
        RawMail mail = read("SUBject :  a\r\n\tb \r\nFrom: x@y\r\n\r\nbody\r\n");

        assertThat(mail.header()).extracting(HeaderField::name).containsExactly("SUBject", "From");
        HeaderField subject = mail.header().getFirst();
        assertThat(subject.rawValue()).isEqualTo("  a\r\n\tb ");
        assertThat(subject.value()).isEqualTo("a\tb");
        assertThat(subject.raw()).isEqualTo(bytes("SUBject :  a\r\n\tb "));
        assertThat(mail.fields("subject")).containsExactly(subject);
        assertThat(body(mail)).isEqualTo("body\r\n");
        assertThat(mail.oddities()).isEmpty();
    }

    @Test
    void positionsCountFromTheTop() {
        assertThat(read("A: 1\r\nB: 2\r\n C\r\nA: 3\r\n\r\n").fields("a"))
                .extracting(HeaderField::position)
                .containsExactly(0, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A: 1\\n\\nb                           | A           | b      | LF_LINE_ENDS
                    A: 1\\r\\nB: 2\\n\\r\\nb              | A B         | b      | MIXED_LINE_ENDS
                    A: 1\\r\\n                            | A           | ''     | NO_EMPTY_LINE_AFTER_HEADER
                    A: 1                                  | A           | ''     | NO_EMPTY_LINE_AFTER_HEADER
                    \\r\\nA: 1\\r\\n\\r\\n                | A           | ''     | LEADING_BLANK_LINES
                    ''                                    | ''          | ''     | NO_HEADER NO_EMPTY_LINE_AFTER_HEADER
                    A: 1\\r\\nno field\\r\\n\\r\\nb       | A           | no field\\r\\n\\r\\nb | HEADER_ENDED_BY_OTHER_LINE
                    \\ \\ folded\\r\\nA: 1\\r\\n\\r\\n    | ''          | \\ \\ folded\\r\\nA: 1\\r\\n\\r\\n | HEADER_ENDED_BY_OTHER_LINE NO_HEADER
                    A: 1\\rB: 2\\r\\n\\r\\nb              | A           | b      | BARE_CR_IN_HEADER
                    A: 1\\x00\\r\\n\\r\\nb                | A           | b      | NUL_IN_HEADER
                    A: \\xe9\\r\\n\\r\\n\\xe9             | A           | \\xe9  | EIGHT_BIT_IN_HEADER
                    \\xef\\xbb\\xbfA: 1\\r\\n\\r\\nb      | A           | b      | BYTE_ORDER_MARK
                    From a@b Mon Jan  1 00:00:00 2024\\nA: 1\\n\\nb\\n | A | b\\n | MBOX_FROM_LINE LF_LINE_ENDS
                    >From a@b Mon Jan  1\\nA: 1\\n\\nb    | A           | b      | ESCAPED_FROM_LINE LF_LINE_ENDS
                    From : a@b\\r\\n\\r\\nb               | From        | b      | ''
                    \\xff\\xfeA\\x00                      | ''          | \\xff\\xfeA\\x00 | HEADER_ENDED_BY_OTHER_LINE NO_HEADER UTF_16_TEXT
                    \\xd0\\xcf\\x11\\xe0                  | ''          | \\xd0\\xcf\\x11\\xe0 | HEADER_ENDED_BY_OTHER_LINE NO_HEADER OUTLOOK_MSG_FILE
                    """)
    void oddBytesAreReadAndTold(String text, String names, String body, String oddities) {
        RawMail mail = read(unescape(text));

        assertThat(String.join(" ", mail.header().stream().map(HeaderField::name).toList()))
                .isEqualTo(names);
        assertThat(body(mail)).isEqualTo(unescape(body));
        assertThat(mail.oddities().stream().map(Oddity::name))
                .containsExactlyInAnyOrder(words(oddities));
    }

    @Test
    void anMboxIsReadUpToItsSecondMail() {
        String first = "From a@b Mon Jan  1 00:00:00 2024\nA: 1\n\nFrom here on\n\nFrom then\nb\n";

        RawMail mail = read(first + "\nFrom c@d Tue Jan  2 00:00:00 2024\nB: 2\n\nx\n");

        assertThat(mail.header()).extracting(HeaderField::name).containsExactly("A");
        assertThat(body(mail)).isEqualTo("From here on\n\nFrom then\nb\n");
        assertThat(mail.oddities()).contains(Oddity.MBOX_HOLDS_MORE_MAILS);
    }

    @Test
    void linesLikeThoseOfAnMboxAreBodyElsewhere() {
        RawMail mail = read("A: 1\n\nb\n\nFrom c@d Tue Jan  2 00:00:00 2024\nB: 2\n\nx\n");

        assertThat(body(mail)).endsWith("x\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001, 100_000})
    void fieldsAreCounted(int fields) {
        Reading reading = Reading.of(bytes("A: 1\r\n".repeat(fields) + "\r\n"));

        assertThat(reading instanceof RawMail).isEqualTo(fields == 1_000);
        assertThat(reading instanceof TooComplex(var limit) && limit == TooComplex.Limit.FIELDS)
                .isEqualTo(fields > 1_000);
    }

    @Test
    void aFieldHasALargestSize() {
        assertThat(Reading.of(bytes("A: " + "x".repeat(102_397) + "\r\n\r\n")))
                .isInstanceOf(RawMail.class);
        assertThat(Reading.of(bytes("A: " + "x".repeat(102_398) + "\r\n\r\n")))
                .isEqualTo(new TooComplex(TooComplex.Limit.FIELD_BYTES));
        assertThat(Reading.of(bytes("A: 1\r\n" + " x\r\n".repeat(30_000) + "\r\n")))
                .isEqualTo(new TooComplex(TooComplex.Limit.FIELD_BYTES));
    }

    @Test
    void aHeaderAndAMailHaveALargestSize() {
        assertThat(Reading.of(bytes(("A: " + "x".repeat(60_000) + "\r\n").repeat(9))))
                .isEqualTo(new TooComplex(TooComplex.Limit.HEADER_BYTES));
        assertThat(Reading.of(new byte[TooComplex.Limit.MAIL_BYTES.value() + 1]))
                .isEqualTo(new TooComplex(TooComplex.Limit.MAIL_BYTES));
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    private static String unescape(String text) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && text.charAt(i + 1) == 'x') {
                bytes.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (c == '\\') {
                char next = text.charAt(++i);
                bytes.append(next == 'r' ? '\r' : next == 'n' ? '\n' : next);
            } else {
                bytes.append(c);
            }
        }
        return bytes.toString();
    }
}
