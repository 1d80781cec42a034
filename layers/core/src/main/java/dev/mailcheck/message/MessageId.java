package dev.mailcheck.message;

import java.util.Optional;

/**
 * The value of Message-ID (RFC 5322, section 3.6.4).
 *
 * @param text without angle brackets
 * @param wellFormed whether it is {@code <left@right>} and nothing else
 */
public record MessageId(String text, boolean wellFormed) {
    /** Reads a value; empty where there is nothing in it. */
    public static Optional<MessageId> parse(String value) {
        String text = Unfolding.of(value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean angles = text.startsWith("<") && text.endsWith(">");
        String id = angles ? text.substring(1, text.length() - 1) : text;
        int at = id.indexOf('@');
        boolean sides = at > 0 && at < id.length() - 1;
        boolean plain = id.chars().allMatch(c -> c > ' ' && c != '<' && c != '>');
        return Optional.of(new MessageId(id, angles && sides && plain));
    }
}
