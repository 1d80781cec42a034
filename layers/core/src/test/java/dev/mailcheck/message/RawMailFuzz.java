package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fuzz target: any bytes as a mail, from the header to the links. */
public final class RawMailFuzz {
    private RawMailFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (Reading.of(input) instanceof RawMail mail) {
            positionsAreInOrder(mail);
            Authors.of(mail);
            ListUnsubscribe.of(mail);
            BodyLines.of(mail);
            new TrustedReceivers(List.of("example")).envelope(mail, Envelope.Given.nothing());
            if (MimeReading.of(mail) instanceof MimeBody body) {
                partsAreInTheBody(mail, body);
                Links.of(mail, body);
            }
        }
    }

    private static void positionsAreInOrder(RawMail mail) {
        int before = 0;
        for (HeaderField field : mail.header()) {
            check(before <= field.start() && field.start() < field.colon(), "start");
            check(field.colon() < field.end() && field.end() <= mail.bodyOffset(), "end");
            check(!field.name().isEmpty(), "name");
            check(
                    new String(field.raw(), StandardCharsets.ISO_8859_1)
                            .endsWith(":" + field.rawValue()),
                    "value");
            before = field.end();
        }
        check(mail.bodyOffset() <= mail.end() && mail.end() <= mail.bytes().length, "body");
    }

    private static void partsAreInTheBody(RawMail mail, MimeBody body) {
        int before = mail.bodyOffset();
        for (MimePart part : body.parts()) {
            check(before <= part.start() && part.start() <= part.end(), "part");
            check(part.end() <= mail.end(), "part's end");
            before = part.end();
        }
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
