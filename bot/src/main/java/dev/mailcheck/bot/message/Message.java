package dev.mailcheck.bot.message;

import java.util.List;

/**
 * A message.
 *
 * @param text all of it in a line, for notifications and screen readers
 */
public record Message(String text, List<Part> parts) {
    public Message {
        parts = List.copyOf(parts);
    }

    /** One or more paragraphs and nothing else. */
    public static Message of(String... paragraphs) {
        return new Message(
                paragraphs[0], List.of(paragraphs).stream().<Part>map(Part.Paragraph::of).toList());
    }
}
