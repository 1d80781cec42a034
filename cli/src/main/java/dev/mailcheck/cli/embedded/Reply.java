package dev.mailcheck.cli.embedded;

/**
 * A reply of SMTP (RFC 5321, section 4.2), with its enhanced code (RFC 3463) before the text.
 *
 * @param text one line of ASCII
 */
public record Reply(int code, String text) {
    /** The mail is ours now. */
    static Reply taken(String text) {
        return new Reply(250, "2.0.0 " + text);
    }

    /** The store does not store; the sender keeps the mail. */
    static Reply notNow() {
        return new Reply(452, "4.3.1 Cannot be stored just now; try later");
    }

    boolean isPositive() {
        return code < 400;
    }
}
