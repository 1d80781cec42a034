package dev.mailcheck.smtp;

import io.avaje.jsonb.Json;

/**
 * One line that was said in a conversation.
 *
 * @param who who said it; {@code NOTE} for what happened between lines
 * @param text escaped to printable ASCII, at most 512 characters
 * @param millis since the conversation began
 */
@Json
public record TranscriptLine(Speaker who, String text, long millis) {
    public enum Speaker {
        CLIENT,
        SERVER,
        NOTE
    }
}
