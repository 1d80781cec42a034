package dev.mailcheck.dkim;

import java.util.OptionalLong;

/** Numbers in signatures: digits only, up to 76 of them (RFC 6376, section 3.5). */
final class Digits {
    private static final int MOST = 76;
    private static final int SAFE = 18;

    private Digits() {}

    /** The number, or the largest long where it is larger; empty where the text is no number. */
    static OptionalLong read(String text) {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (text.isEmpty() || text.length() > MOST || !digits) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(text.length() > SAFE ? Long.MAX_VALUE : Long.parseLong(text));
    }
}
