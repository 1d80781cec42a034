package dev.mailcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Replies as servers send them, good and bad (RFC 5321, section 4.2). */
class ReplyReaderTest {
    private final Transcript transcript =
            new Transcript(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private Answer read(InputStream input) {
        return new ReplyReader(new LineReader(input), transcript).read();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of("220 mx ESMTP\r\n", 220, List.of("mx ESMTP")),
                Arguments.of("250\r\n", 250, List.of("")),
                Arguments.of("250 \r\n", 250, List.of("")),
                Arguments.of("250-a\r\n250-b\r\n250 c\r\n", 250, List.of("a", "b", "c")),
                Arguments.of("250-a\r\n250\r\n", 250, List.of("a", "")),
                Arguments.of("220 bare line feed\n", 220, List.of("bare line feed")),
                Arguments.of("220 hangs up", 220, List.of("hangs up")),
                Arguments.of("599 odd\r\n", 599, List.of("odd")),
                Arguments.of("354 go\r\n", 354, List.of("go")),
                Arguments.of("220 a\0b\r\n", 220, List.of("a\\x00b")),
                Arguments.of("220 caf\u00e9\r\n", 220, List.of("caf\\xe9")),
                Arguments.of("220 \u001b[31m\r\n", 220, List.of("\\x1b[31m")),
                Arguments.of("220 C:\\x\r\n", 220, List.of("C:\\\\x")),
                Arguments.of("220 a\rb\r\n", 220, List.of("a\\x0db")),
                Arguments.of("220 first\r\n221 second\r\n", 220, List.of("first")));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void readsWhatServersSend(String sent, int code, List<String> lines) {
        assertThat(read(bytes(sent))).isEqualTo(new Answer.Replied(new SmtpReply(code, lines)));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", SmtpTrouble.CLOSED),
                Arguments.of("250-a\r\n", SmtpTrouble.CLOSED),
                Arguments.of("\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("hello\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("HTTP/1.1 400 Bad Request\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("22 short\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("2200 long\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("220_under\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("120 preliminary\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("600 none\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("\u0662\u0662\u0660 digits\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("220-a\r\n554 b\r\n", SmtpTrouble.CODE_CHANGED),
                Arguments.of("220-a\r\nno code\r\n", SmtpTrouble.NOT_SMTP),
                Arguments.of("220 " + "x".repeat(2048) + "\r\n", SmtpTrouble.LINE_TOO_LONG),
                Arguments.of("220-a\r\n".repeat(100) + "220 b\r\n", SmtpTrouble.REPLY_TOO_LONG),
                Arguments.of(
                        ("220-" + "x".repeat(2000) + "\r\n").repeat(40),
                        SmtpTrouble.REPLY_TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsWrong(String sent, SmtpTrouble trouble) {
        assertThat(read(bytes(sent))).isEqualTo(new Answer.Failed(trouble));
    }

    @Test
    void theLongestLineAndTheLongestReplyAreRead() {
        String line = "220-" + "x".repeat(2042) + "\r\n";
        String many = "220-a\r\n".repeat(99) + "220 end\r\n";

        assertThat(read(bytes(line + "220 end\r\n"))).isInstanceOf(Answer.Replied.class);
        assertThat(read(bytes(many))).isInstanceOf(Answer.Replied.class);
    }

    @Test
    void aResetConnectionIsAClosedOne() {
        InputStream reset =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        return read();
                    }
                };

        assertThat(read(reset)).isEqualTo(new Answer.Failed(SmtpTrouble.CLOSED));
    }

    @Test
    void anEndlessLineCostsNoMoreThanALine() {
        Endless endless = new Endless("x");

        assertThat(read(endless)).isEqualTo(new Answer.Failed(SmtpTrouble.LINE_TOO_LONG));
        assertThat(endless.read).isLessThan(3 * LineReader.MAX_LINE);
    }

    @Test
    void anEndlessReplyCostsNoMoreThanAReply() {
        Endless endless = new Endless("220-still here\r\n");

        assertThat(read(endless)).isEqualTo(new Answer.Failed(SmtpTrouble.REPLY_TOO_LONG));
        assertThat(endless.read).isLessThan(2 * ReplyLines.MAX_CHARS);
        assertThat(transcript.lines()).hasSizeLessThanOrEqualTo(ReplyLines.MAX_LINES);
    }

    @Test
    void whatIsLongIsCutInTheTranscript() {
        assertThat(read(bytes("220 " + "y".repeat(1500) + "\r\n")))
                .isInstanceOf(Answer.Replied.class);

        assertThat(transcript.lines()).hasSize(1);
        assertThat(transcript.lines().getFirst().text()).hasSize(Transcript.MAX_TEXT);
    }

    @Test
    void whatCameTooEarlyIsThrownAwayAndTold() {
        LineReader lines = new LineReader(bytes("220 go\r\n250 fake\r\n"));
        ReplyReader reader = new ReplyReader(lines, transcript);

        assertThat(reader.read()).isInstanceOf(Answer.Replied.class);
        assertThat(lines.discardArrived()).isTrue();
        assertThat(reader.read()).isEqualTo(new Answer.Failed(SmtpTrouble.CLOSED));
        assertThat(lines.discardArrived()).isFalse();
    }

    /** A stream without end that counts what is taken from it. */
    private static final class Endless extends InputStream {
        private final byte[] text;
        private long read;

        Endless(String text) {
            this.text = text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read() {
            return text[(int) (read++ % text.length)];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            for (int i = 0; i < length; i++) {
                bytes[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
