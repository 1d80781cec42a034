package dev.mailcheck.world.smtp;

import java.util.Locale;

/** A point of an SMTP dialogue at which a host may behave in its own way (RFC 5321). */
public enum SmtpStage {
    /** The greeting. */
    CONNECT,
    EHLO,
    /** EHLO after STARTTLS. */
    EHLO_OVER_TLS,
    HELO,
    STARTTLS,
    MAIL,
    RCPT,
    DATA,
    VRFY,
    NOOP,
    RSET,
    QUIT,
    /** Whatever the host does not know. */
    OTHER;

    static SmtpStage of(String verb, boolean tls) {
        String upper = verb.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "EHLO" -> tls ? EHLO_OVER_TLS : EHLO;
            case "HELO", "STARTTLS", "MAIL", "RCPT", "DATA", "VRFY", "NOOP", "RSET", "QUIT" ->
                    valueOf(upper);
            default -> OTHER;
        };
    }
}
