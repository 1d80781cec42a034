package dev.mailcheck.world.smtp;

import java.util.Locale;
import java.util.Optional;

/**
 * A command line taken apart (RFC 5321, section 4.1.1).
 *
 * @param verb its first word as it came
 * @param argument what follows
 */
record SmtpCommand(String verb, String argument) {
    static SmtpCommand parse(String line) {
        int blank = line.indexOf(' ');
        return blank < 0
                ? new SmtpCommand(line, "")
                : new SmtpCommand(line.substring(0, blank), line.substring(blank + 1));
    }

    /** Returns the path behind {@code FROM:} or {@code TO:}, without angle brackets. */
    Optional<String> path(String keyword) {
        if (!argument.toUpperCase(Locale.ROOT).startsWith(keyword)) {
            return Optional.empty();
        }
        String rest = argument.substring(keyword.length()).strip();
        int end = rest.lastIndexOf('>');
        boolean bracketed = rest.startsWith("<") && end > 0;
        return bracketed ? Optional.of(rest.substring(1, end)) : Optional.empty();
    }
}
