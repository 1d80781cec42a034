package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.message.Links;
import dev.mailcheck.message.MimeBody;
import dev.mailcheck.message.MimeReading;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;

/** The broken and odd mails of the conformance data: each is read, to its last part. */
@NullMarked
class MimeConformanceTest {
    /**
     * The mails with more than one part that holds content. In two of them a line is no boundary
     * but for a blank at its end, which does not count here: all of it is text either way.
     */
    private static final Map<String, Integer> PARTS =
            Map.of(
                    "mime-boundary-name-clash.msg", 3,
                    "mime-example.msg", 4,
                    "mime-intermediate-boundaries.msg", 2,
                    "mime-weird-boundary.msg", 2,
                    "mime-very-very-long-boundary.msg", 2);

    @TestFactory
    Stream<DynamicTest> eachMailIsRead() {
        return SharedCases.in("mime").stream()
                .map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    @Test
    void theDataHas18Mails() {
        assertThat(SharedCases.in("mime")).hasSize(18);
    }

    private static void verify(Map<String, Object> c) throws IOException {
        byte[] bytes =
                Files.readAllBytes(
                        SharedCases.folder("mime").resolve((String) get(c, "mail_file")));
        RawMail mail = (RawMail) Reading.of(bytes);
        MimeBody body = (MimeBody) MimeReading.of(mail);
        assertThat(body.parts()).hasSize(PARTS.getOrDefault((String) get(c, "id"), 1));
        assertThat(body.parts())
                .allSatisfy(part ->
                        assertThat(part.decoded(mail, bytes.length).length)
                                .isLessThanOrEqualTo(part.end() - part.start() + 3));
        assertThat(Links.of(mail, body).complete()).isTrue();
    }
}
