package dev.mailcheck.cli;

/** Input that cannot be used: the message is the one line its author reads, and nothing is run. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String line;

    UsageException(String line) {
        super(line);
        this.line = line;
    }

    String line() {
        return line;
    }
}
