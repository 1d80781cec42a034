package dev.mailcheck.dmarc;

import java.util.Locale;

/** The three tags that hold a policy, and whom each is for (RFC 9989, section 4.7). */
public enum PolicyTag {
    /** The domain itself. */
    P,
    /** Its subdomains that exist. */
    SP,
    /** Names below it that do not exist. */
    NP;

    /** As the record writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
