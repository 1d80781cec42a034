package dev.mailcheck.message;

import java.util.Set;

/** Looks for bytes that have no place in a header, or had none before RFC 6532. */
final class HeaderBytes {
    private HeaderBytes() {}

    static void note(byte[] mail, int from, int to, Set<Oddity> oddities) {
        int all = 0;
        boolean nul = false;
        boolean bareCr = false;
        for (int i = from; i < to; i++) {
            byte b = mail[i];
            if (b <= '\r') {
                all |= b;
                nul |= b == 0;
                bareCr |= b == '\r' && (i + 1 == mail.length || mail[i + 1] != '\n');
            }
        }
        add(all < 0, Oddity.EIGHT_BIT_IN_HEADER, oddities);
        add(nul, Oddity.NUL_IN_HEADER, oddities);
        add(bareCr, Oddity.BARE_CR_IN_HEADER, oddities);
    }

    private static void add(boolean seen, Oddity oddity, Set<Oddity> oddities) {
        if (seen) {
            oddities.add(oddity);
        }
    }
}
