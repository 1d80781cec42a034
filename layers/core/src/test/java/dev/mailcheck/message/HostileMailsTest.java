package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Each hostile mail ends in data or in a limit, and in no author that it is not from. */
class HostileMailsTest {
    private static final Map<String, String> LIMITS =
            Map.ofEntries(
                    Map.entry("depth 10,000", "MIME_DEPTH"),
                    Map.entry("depth 10,000, one boundary", "MIME_DEPTH"),
                    Map.entry("mails in mails", "MIME_DEPTH"),
                    Map.entry("100,000 fields", "FIELDS"),
                    Map.entry("100,000 From", "FIELDS"),
                    Map.entry("field of 1 MB", "FIELD_BYTES"),
                    Map.entry("field of 1 MB, folded", "FIELD_BYTES"),
                    Map.entry("10^6 parts", "MIME_PARTS"));

    private static final Set<String> MORE_TEXT_THAN_IS_LOOKED_AT =
            Set.of(
                    "line of 25 MiB",
                    "no line end at all",
                    "NULs",
                    "boundary lines of no part",
                    "100 like boundaries",
                    "base64 of 25 MiB",
                    "quoted-printable of 24 MiB",
                    "20 MiB of tags",
                    "entities",
                    "links");

    @TestFactory
    Stream<DynamicTest> bombs() {
        return HostileMails.bombs().entrySet().stream()
                .map(bomb ->
                        DynamicTest.dynamicTest(
                                bomb.getKey(),
                                () ->
                                        assertThat(outcome(Mails.bytes(bomb.getValue().get())))
                                                .isEqualTo(expected(bomb.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> tricks() {
        return HostileMails.tricks().entrySet().stream()
                .map(trick ->
                        DynamicTest.dynamicTest(
                                trick.getKey(),
                                () ->
                                        assertThat(author(trick.getKey()))
                                                .isEqualTo(trick.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> smuggling() {
        return HostileMails.smuggling().entrySet().stream()
                .map(body ->
                        DynamicTest.dynamicTest(
                                body.getKey().replace("\r", "CR").replace("\n", "LF"),
                                () ->
                                        assertThat(loneDot(body.getKey()))
                                                .isEqualTo(body.getValue())));
    }

    @Test
    void theyAre97() {
        assertThat(
                        HostileMails.bombs().size()
                                + HostileMails.tricks().size()
                                + HostileMails.smuggling().size())
                .isEqualTo(97);
    }

    private static String expected(String bomb) {
        boolean cut = MORE_TEXT_THAN_IS_LOOKED_AT.contains(bomb);
        return LIMITS.getOrDefault(bomb, cut ? "READ, NOT ALL LINKS" : "READ");
    }

    private static String outcome(byte[] bytes) {
        return switch (Reading.of(bytes)) {
            case TooComplex(TooComplex.Limit limit) -> limit.name();
            case RawMail mail -> outcome(mail);
        };
    }

    private static String outcome(RawMail mail) {
        Authors.of(mail);
        BodyLines.of(mail);
        return switch (MimeReading.of(mail)) {
            case TooComplex(TooComplex.Limit limit) -> limit.name();
            case MimeBody body -> Links.of(mail, body).complete() ? "READ" : "READ, NOT ALL LINKS";
        };
    }

    private static String author(String header) {
        return Authors.of(Mails.read(header + "\r\n\r\n")).domain().orElse("-");
    }

    private static boolean loneDot(String end) {
        String second = "MAIL FROM:<v@b.example>\r\n";
        return BodyLines.of(Mails.read("A: 1\r\n\r\none" + end + second)).loneDot();
    }
}
