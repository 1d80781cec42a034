package dev.mailcheck.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of one reply as they arrive: "250-text" goes on, "250 text" or "250" ends it (RFC 5321,
 * section 4.2). At most 100 lines and 64 KiB; NUL and 8-bit bytes are let through, escaped.
 */
final class ReplyLines {
    static final int MAX_LINES = 100;
    static final int MAX_CHARS = 64 * 1024;

    private static final Pattern LINE =
            Pattern.compile("([2-5][0-9]{2})(?:([ -])(.*))?", Pattern.DOTALL);

    private final List<String> texts = new ArrayList<>();
    private int code;
    private int chars;

    /** The answer, once this line ends the reply or breaks it. */
    Optional<Answer> add(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return failed(SmtpTrouble.NOT_SMTP);
        }
        int lineCode = Integer.parseInt(matcher.group(1));
        if (!texts.isEmpty() && lineCode != code) {
            return failed(SmtpTrouble.CODE_CHANGED);
        }
        code = lineCode;
        chars += line.length();
        texts.add(
                Escape.line(matcher.group(3) == null ? "" : matcher.group(3), Transcript.MAX_TEXT));
        if ("-".equals(matcher.group(2))) {
            return isFull() ? failed(SmtpTrouble.REPLY_TOO_LONG) : Optional.empty();
        }
        return Optional.of(new Answer.Replied(new SmtpReply(code, texts)));
    }

    private boolean isFull() {
        return texts.size() >= MAX_LINES || chars >= MAX_CHARS;
    }

    private static Optional<Answer> failed(SmtpTrouble trouble) {
        return Optional.of(new Answer.Failed(trouble));
    }
}
