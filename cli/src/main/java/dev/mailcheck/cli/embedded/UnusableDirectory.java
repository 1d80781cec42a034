package dev.mailcheck.cli.embedded;

/** A directory that no service can work in; the message completes a sentence about it. */
public final class UnusableDirectory extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableDirectory(String why) {
        super(why);
    }

    UnusableDirectory(String why, Throwable cause) {
        super(why, cause);
    }

    /** What is wrong with it, as in "… cannot be written to". */
    public String why() {
        return String.valueOf(getMessage());
    }
}
