package dev.mailcheck.spf;

/** What a matching mechanism makes of the mail (RFC 7208, section 4.6.2). */
public enum Qualifier {
    PASS('+', SpfWord.PASS),
    FAIL('-', SpfWord.FAIL),
    SOFTFAIL('~', SpfWord.SOFTFAIL),
    NEUTRAL('?', SpfWord.NEUTRAL);

    private final char sign;
    private final SpfWord word;

    Qualifier(char sign, SpfWord word) {
        this.sign = sign;
        this.word = word;
    }

    public char sign() {
        return sign;
    }

    /** The result where the mechanism matches. */
    public SpfWord word() {
        return word;
    }

    /** The qualifier that begins this term; without a sign it is PASS. */
    static Qualifier of(String term) {
        for (Qualifier qualifier : values()) {
            if (!term.isEmpty() && term.charAt(0) == qualifier.sign) {
                return qualifier;
            }
        }
        return PASS;
    }

    static boolean isSign(char c) {
        return c == '+' || c == '-' || c == '~' || c == '?';
    }
}
