package dev.mailcheck.check;

import java.util.List;
import java.util.Locale;

/**
 * Whether a cipher suite, by the name that a mail program wrote, protects nothing today: none, RC4,
 * those once made weak for export, single DES (RFC 9325, section 4.1).
 */
final class BrokenCipher {
    private static final List<String> BROKEN =
            List.of("RC4", "ARCFOUR", "NULL", "EXPORT", "DES-CBC-", "DES_CBC_");
    private static final String STRONGER = "3DES";

    private BrokenCipher() {}

    static boolean is(String cipher) {
        String name = cipher.toUpperCase(Locale.ROOT);
        return name.startsWith("EXP-")
                || BROKEN.stream()
                        .filter(part -> !(part.startsWith("DES") && name.contains(STRONGER)))
                        .anyMatch(name::contains);
    }
}
