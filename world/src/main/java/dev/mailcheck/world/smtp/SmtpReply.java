package dev.mailcheck.world.smtp;

import java.util.List;

/**
 * A reply (RFC 5321, section 4.2).
 *
 * @param code three digits
 * @param lines the text of each line, at least one
 */
public record SmtpReply(int code, List<String> lines) {
    public SmtpReply {
        lines = List.copyOf(lines);
    }

    /** Returns a reply; {@code {client}} in it becomes the client's address. */
    public static SmtpReply of(int code, String... lines) {
        return new SmtpReply(code, List.of(lines));
    }

    /** Returns the reply as it is sent. */
    String wire(String client) {
        StringBuilder wire = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            char separator = i == lines.size() - 1 ? ' ' : '-';
            String text = lines.get(i).replace("{client}", client);
            wire.append(code).append(separator).append(text).append("\r\n");
        }
        return wire.toString();
    }
}
