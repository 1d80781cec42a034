package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the parts of a body are, of broken ones too. */
class MimeWalkerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # ~ is a line end
                    A: 1~~hello~                                                              | text/plain:hello~
                    Content-Type: text/html~~<p>                                              | text/html:<p>
                    Content-Type: multipart/mixed; boundary=b~~pre~--b~~one~--b~Content-Type: text/html~~two~--b--~epi | text/plain:one text/html:two
                    Content-Type: multipart/mixed; boundary="b c"~~--b c~~one~--b c--         | text/plain:one
                    Content-Type: multipart/mixed; boundary=b~~--b  ~~one~--b-- ~             | text/plain:one
                    Content-Type: multipart/mixed; boundary=b~~--b~~one                       | text/plain:one
                    Content-Type: multipart/mixed; boundary=b~~--bb~~one~--b~~two~--b--       | text/plain:two
                    Content-Type: multipart/mixed~~--b~~one                                   | text/plain:--b~~one
                    Content-Type: multipart/mixed; boundary=a~~--a~Content-Type: multipart/alternative; boundary=b~~--b~~one~--b~~two~--b--~--a~~three~--a-- | text/plain:one text/plain:two text/plain:three
                    # the inner end is missing, the outer boundary ends both
                    Content-Type: multipart/mixed; boundary=a~~--a~Content-Type: multipart/mixed; boundary=b~~--b~~one~--a~~two~--a-- | text/plain:one text/plain:two
                    # both have the same name: the inner one counts until it ends
                    Content-Type: multipart/mixed; boundary=a~~--a~Content-Type: multipart/mixed; boundary=a~~--a~~one~--a--~--a~~two~--a-- | text/plain:one text/plain:two
                    # a mail in the mail, and a digest of mails
                    Content-Type: message/rfc822~~Content-Type: text/html~~<b>                | text/html:<b>
                    Content-Type: multipart/digest; boundary=d~~--d~~Subject: x~~one~--d--    | text/plain:one
                    Content-Type: message/rfc822~Content-Transfer-Encoding: base64~~QQ==      | message/rfc822:QQ==
                    # a boundary where a header should go on, and a header that is none
                    Content-Type: multipart/mixed; boundary=b~~--b~--b~~one~--b--             | text/plain:one
                    Content-Type: multipart/mixed; boundary=b~~--b~one~--b--                  | text/plain:one
                    Content-Type: multipart/mixed; boundary*0=a; boundary*1=b~~--ab~~one~--ab-- | text/plain:one
                    Content-Type: text/plain (x); charset=utf-8~~one                          | text/plain:one
                    Content-Type: multipart/mixed; boundary=b~~--x~~one~--x--                 | text/plain:--x~~one~--x--
                    Content-Type: multipart/mixed; boundary="b "~~--b ~~one~--b --            | text/plain:one
                    Content-Type: ;;;~~one                                                    | :one
                    """)
    void partsAreFound(String mail, String parts) {
        String text = mail.replace("~", "\r\n");
        RawMail raw = Mails.read(text);

        assertThat(
                        ((MimeBody) MimeReading.of(raw))
                                .parts().stream()
                                        .map(part ->
                                                part.type()
                                                        + ":"
                                                        + text.substring(part.start(), part.end()))
                                        .collect(Collectors.joining(" ")))
                .isEqualTo(parts.replace("~", "\r\n"));
    }

    @Test
    void bareLineFeedsAreLineEndsHere() {
        String mail =
                """
                Content-Type: multipart/mixed; boundary=b

                --b

                one
                --b--
                """;

        MimeBody body = (MimeBody) MimeReading.of(Mails.read(mail));

        assertThat(body.parts()).hasSize(1);
        assertThat(body.parts().getFirst().end() - body.parts().getFirst().start()).isEqualTo(3);
    }

    @Test
    void depthHasALimit() {
        assertThat(MimeReading.of(Mails.read(nested(100)))).isInstanceOf(MimeBody.class);
        assertThat(MimeReading.of(Mails.read(nested(101))))
                .isEqualTo(new TooComplex(TooComplex.Limit.MIME_DEPTH));
        assertThat(MimeReading.of(Mails.read("Content-Type: message/rfc822\r\n\r\n".repeat(102))))
                .isEqualTo(new TooComplex(TooComplex.Limit.MIME_DEPTH));
    }

    @Test
    void theNumberOfPartsHasALimit() {
        String head = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

        assertThat(
                        ((MimeBody)
                                        MimeReading.of(
                                                Mails.read(
                                                        head + "--b\r\n\r\nx\r\n".repeat(1_000))))
                                .parts())
                .hasSize(1_000);
        assertThat(MimeReading.of(Mails.read(head + "--b\r\n\r\nx\r\n".repeat(1_001))))
                .isEqualTo(new TooComplex(TooComplex.Limit.MIME_PARTS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    base64           | utf-8       | 5pel5pys         | 日本
                    base64           | utf-8       | 5p!el~5pys       | 日本
                    base64           | utf-8       | QQ==Qg==         | AB
                    base64           | utf-8       | QUI              | AB
                    base64           | utf-8       | Q                | ``
                    quoted-printable | utf-8       | =E6=97=A5        | 日
                    quoted-printable | utf-8       | a=  ~b           | ab
                    quoted-printable | utf-8       | a=ZZ=            | a=ZZ=
                    8bit             | iso-8859-1  | café        | café
                    x-none           | no-such     | a                | a
                    BASE64           | "UTF8"      | QQ==             | A
                    """)
    void contentIsDecoded(String encoding, String charset, String content, String text) {
        RawMail mail =
                Mails.read(
                        "Content-Type: text/plain; charset="
                                + charset
                                + "\r\nContent-Transfer-Encoding: "
                                + encoding
                                + "\r\n\r\n"
                                + content.replace("~", "\r\n"));

        MimePart part = ((MimeBody) MimeReading.of(mail)).parts().getFirst();

        assertThat(part.text(mail, 1_000)).isEqualTo(text);
    }

    private static String nested(int depth) {
        List<String> lines =
                IntStream.range(0, depth)
                        .mapToObj(i ->
                                "Content-Type: multipart/mixed; boundary=b"
                                        + i
                                        + "\r\n\r\n--b"
                                        + i
                                        + "\r\n")
                        .toList();
        return String.join("", lines) + "\r\nx";
    }
}
