package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The header of a part, of which only what tells how to read the part is kept. */
final class PartHeader {
    static final ContentType MESSAGE = new ContentType("message/rfc822", Map.of());

    private static final int MAX_VALUE = 8_192;

    private ContentType type;
    private String encoding = "";
    private boolean typed;
    private boolean encoded;
    private int start = -1;
    private int colon;
    private int last;

    PartHeader(ContentType defaultType) {
        this.type = defaultType;
    }

    ContentType type() {
        return type;
    }

    /** Whether the content would have to be decoded before it is looked into. */
    boolean isEncoded() {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        return name.equals("base64") || name.equals("quoted-printable");
    }

    /** Takes one line; true if the header ends with it, or before it. */
    boolean isAtItsEnd(byte[] mail, int lineStart, int next) {
        boolean blank = mail[lineStart] == ' ' || mail[lineStart] == '\t';
        if (blank && start >= 0) {
            last = next;
            return false;
        }
        int found = FieldName.colon(mail, lineStart, next);
        if (found < 0) {
            return true;
        }
        finish(mail);
        start = lineStart;
        colon = found;
        last = next;
        return false;
    }

    /** Ends the field that is being read. */
    void finish(byte[] mail) {
        if (start >= 0 && last - start < MAX_VALUE && isOurs(mail)) {
            take(text(mail, start, colon).strip(), text(mail, colon + 1, last));
        }
        start = -1;
    }

    /** Of two fields of one name the first counts. */
    void take(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type") && !typed) {
            type = ContentType.parse(value);
            typed = true;
        } else if (name.equalsIgnoreCase("Content-Transfer-Encoding") && !encoded) {
            encoding = Unfolding.of(value);
            encoded = true;
        }
    }

    MimePart part(int from, int to, int depth) {
        return new MimePart(type.type(), type.parameter("charset"), encoding, from, to, depth);
    }

    private boolean isOurs(byte[] mail) {
        return mail[start] == 'C' || mail[start] == 'c';
    }

    private static String text(byte[] mail, int from, int to) {
        return new String(mail, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
