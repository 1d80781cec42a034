package dev.mailcheck.bot.message;

import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;

/** The colour of a line, as a sign that every client shows; the words beside it say the same. */
public enum Tone {
    GREEN("\uD83D\uDFE2"),
    YELLOW("\uD83D\uDFE1"),
    ORANGE("\uD83D\uDFE0"),
    RED("\uD83D\uDD34"),
    WHITE("\u26AA"),
    GOOD("\u2705"),
    BAD("\u274C"),
    IMPROVABLE("\u26A0\uFE0F"),
    NOT_KNOWN("\u2754"),
    DOES_NOT_APPLY("\u2796"),
    WAITING("\u23F3"),
    NONE("");

    private final String sign;

    Tone(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /** The sign before a text. */
    public String before(String text) {
        return sign.isEmpty() ? text : sign + " " + text;
    }

    static Tone of(Grade grade) {
        return switch (grade) {
            case SECURE -> GREEN;
            case DNS_NEEDS_WORK -> YELLOW;
            case MAIL_SYSTEM_NEEDS_WORK -> ORANGE;
            case DANGEROUS -> RED;
            case UNDETERMINED -> WHITE;
        };
    }

    static Tone of(Status status) {
        return switch (status) {
            case PASS -> GOOD;
            case FAIL -> BAD;
            case WARN -> IMPROVABLE;
            case UNDETERMINED -> NOT_KNOWN;
            case NOT_APPLICABLE -> DOES_NOT_APPLY;
        };
    }
}
