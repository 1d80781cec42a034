package dev.mailcheck.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

class CanonicalizationTest {
    private static final int TEXTS = 30_000;

    /** The examples of RFC 6376, section 3.4.5, and what stands at the edges. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' C ␍ D \t E ␍␍␍'  | ' C␍ D E␍'       | ' C ␍ D \t E ␍'",
                "''                 | ''               | '␍'",
                "'␍'                | ''               | '␍'",
                "'␍␍␍'              | ''               | '␍'",
                "' '                | ''               | ' ␍'",
                "' ␍\t␍'            | ''               | ' ␍\t␍'",
                "'a'                | 'a␍'             | 'a␍'",
                "'a ␍'              | 'a␍'             | 'a ␍'",
                "'a\t\tb'           | 'a b␍'           | 'a\t\tb␍'",
                "'␍a'               | '␍a␍'            | '␍a␍'",
                "'a␊␍'              | 'a␊␍'            | 'a␊␍'",
                "'a ␊b'             | 'a ␊b␍'          | 'a ␊b␍'",
                "'a␌␍␍'             | 'a␌␍'            | 'a␌␍'"
            })
    void bodies(String body, String relaxed, String simple) {
        assertThat(body(Canonicalization.RELAXED, text(body))).isEqualTo(text(relaxed));
        assertThat(body(Canonicalization.SIMPLE, text(body))).isEqualTo(text(simple));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'A: X'               | 'a:X'        | 'A: X'",
                "'B : Y\t␍\tZ  '      | 'b:Y Z'      | 'B : Y\t␍\tZ  '",
                "'Subject:'           | 'subject:'   | 'Subject:'",
                "'Subject:  '         | 'subject:'   | 'Subject:  '",
                "'S:␍ a␍  ␍ b'        | 's:a b'      | 'S:␍ a␍  ␍ b'",
                "'To: a,␍ b@c'        | 'to:a, b@c'  | 'To: a,␍ b@c'"
            })
    void fields(String field, String relaxed, String simple) {
        assertThat(field(Canonicalization.RELAXED, text(field))).isEqualTo(text(relaxed) + "\r\n");
        assertThat(field(Canonicalization.SIMPLE, text(field))).isEqualTo(text(simple) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    void randomTextsAreAsTheRfcWordsIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String body =
                    random(random, List.of("a", "bcdefghijklm", " ", "\t", "\r\n", "\n", "\r"));
            for (Canonicalization form : Canonicalization.values()) {
                assertThat(body(form, body)).isEqualTo(PlainForms.body(form.word(), body));
            }
            String value = random(random, List.of("a", "bc", " ", "\t", "\r\n ", "\r\n\t", ":"));
            String field = "Name: " + value + "x";
            for (Canonicalization form : Canonicalization.values()) {
                assertThat(field(form, field))
                        .isEqualTo(PlainForms.header(form.word(), field) + "\r\n");
            }
        }
    }

    private static String random(Random random, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static String body(Canonicalization form, String body) {
        byte[] around = ("xx" + body + "\r\n  ").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.body(around, 2, around.length - 4, out::write);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String field(Canonicalization form, String field) {
        byte[] bytes = (field + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        SignedMail mail = SignedMail.of((RawMail) Reading.of(bytes));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CanonicalHeader header = new CanonicalHeader(mail.bytes(), form, out::write);
        header.whole(mail.fields().getFirst());
        header.end();
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String text(String shown) {
        return shown.replace("␍", "\r\n").replace("␊", "\n").replace("␌", "\r");
    }
}
