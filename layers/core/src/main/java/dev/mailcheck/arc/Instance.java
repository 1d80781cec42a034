package dev.mailcheck.arc;

import java.util.OptionalInt;

/** The number of a set (RFC 8617, section 4.2.1). */
final class Instance {
    static final int MOST = 50;

    private Instance() {}

    /** A number from 1 to 50 of one or two digits. */
    static OptionalInt read(String text) {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (text.isEmpty() || text.length() > 2 || !digits) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
