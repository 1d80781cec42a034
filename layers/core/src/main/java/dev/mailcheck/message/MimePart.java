package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One part of a body, where it stands in the mail.
 *
 * @param type as text/html, in lower case
 * @param charset as written
 * @param transferEncoding as written; empty text: none told
 * @param start in {@link RawMail#bytes()}
 * @param end after its last byte, before the line end that belongs to the boundary
 * @param depth 0 for the whole body
 */
public record MimePart(
        String type,
        Optional<String> charset,
        String transferEncoding,
        int start,
        int end,
        int depth) {

    /** Whether the part is text that a reader is shown. */
    public boolean isText() {
        return type.equals("text/plain") || type.equals("text/html");
    }

    /** At most so many bytes of the part, its transfer encoding undone. */
    public byte[] decoded(RawMail mail, int limit) {
        int last = Math.min(end, start + Math.max(0, Math.min(limit, end - start)));
        return TransferEncoding.decode(transferEncoding, mail.bytes(), start, last);
    }

    /** The text of the part in its charset; of an unknown one each byte a character. */
    public String text(RawMail mail, int limit) {
        return new String(
                decoded(mail, limit),
                charset.flatMap(Charsets::named).orElse(StandardCharsets.UTF_8));
    }
}
