package dev.mailcheck.smtp;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A complete reply of a server (RFC 5321, section 4.2).
 *
 * @param code 200 to 599
 * @param lines the text of each line behind code and separator, escaped and capped as in the {@link
 *     Transcript}; never none
 */
@Json
public record SmtpReply(int code, List<String> lines) {
    private static final Pattern ENHANCED =
            Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: .*)?");

    public SmtpReply {
        lines = List.copyOf(lines);
    }

    /** 2xx: done. */
    public boolean positive() {
        return code < 300;
    }

    /** 4xx: perhaps later. */
    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    /** 5xx: no. */
    public boolean permanent() {
        return code >= 500;
    }

    /** The status such as "5.7.1" that the text begins with (RFC 2034, section 4), if any. */
    public Optional<String> enhancedStatus() {
        Matcher matcher = ENHANCED.matcher(lines.getFirst());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** All lines in one, for people. */
    public String text() {
        return String.join(" ", lines);
    }

    @Override
    public String toString() {
        return code + " " + text();
    }
}
