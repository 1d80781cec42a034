package dev.mailcheck.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes readable text of header values in which a char is a byte. */
public final class HeaderText {
    private HeaderText() {}

    /** The value unfolded, its encoded words decoded (RFC 2047) and its UTF-8 too (RFC 6532). */
    public static String readable(String value) {
        return EncodedWords.decode(utf8(Unfolding.of(value)));
    }

    /** The text that the bytes mean in UTF-8; the text as it is where they are none. */
    static String utf8(String bytes) {
        if (Charsets.isAscii(bytes)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return bytes;
        }
    }
}
