package dev.mailcheck.message;

import java.util.Locale;
import java.util.Optional;

/** The clauses of a Received field (RFC 5321, section 4.4), and what some programs add. */
enum Clause {
    FROM,
    BY,
    VIA,
    WITH,
    ID,
    FOR,
    /** A second "from", or "envelope-from" outside of a comment. */
    ENVELOPE_FROM,
    /** What stands before any keyword. */
    NONE;

    static Optional<Clause> keyword(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "from" -> Optional.of(FROM);
            case "by" -> Optional.of(BY);
            case "via" -> Optional.of(VIA);
            case "with" -> Optional.of(WITH);
            case "id" -> Optional.of(ID);
            case "for" -> Optional.of(FOR);
            case "envelope-from" -> Optional.of(ENVELOPE_FROM);
            default -> Optional.empty();
        };
    }
}
