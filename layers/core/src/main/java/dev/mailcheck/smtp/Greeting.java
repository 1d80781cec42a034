package dev.mailcheck.smtp;

/** How a server received us (RFC 5321, section 3.1). Most kinds prove nothing about its mail. */
public enum Greeting {
    /** 220: it takes mail. */
    READY,
    /** 421: not now. */
    CLOSING,
    /** Another 4xx. */
    TEMPORARY,
    /** 521: this host never takes mail, from anybody (RFC 7504). */
    NO_MAIL_HERE,
    /** 554: not from us, or not at all (RFC 5321, section 3.1). */
    REJECTED,
    /** Another 5xx. */
    PERMANENT,
    /** Nothing that could be read in time. */
    SILENT,
    /** It hung up without a word. */
    CLOSED,
    /** What it said is no greeting of SMTP. */
    GARBAGE;

    public static Greeting of(Answer answer) {
        return switch (answer) {
            case Answer.Replied(SmtpReply reply) -> of(reply);
            case Answer.Failed(SmtpTrouble trouble) ->
                    switch (trouble) {
                        case TIMEOUT, DEADLINE -> SILENT;
                        case CLOSED -> CLOSED;
                        case LINE_TOO_LONG, REPLY_TOO_LONG, NOT_SMTP, CODE_CHANGED -> GARBAGE;
                    };
        };
    }

    private static Greeting of(SmtpReply reply) {
        return switch (reply.code()) {
            case 220 -> READY;
            case 421 -> CLOSING;
            case 521 -> NO_MAIL_HERE;
            case 554 -> REJECTED;
            default -> {
                if (reply.isTransient()) {
                    yield TEMPORARY;
                }
                yield reply.permanent() ? PERMANENT : GARBAGE;
            }
        };
    }
}
