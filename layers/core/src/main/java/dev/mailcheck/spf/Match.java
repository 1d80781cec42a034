package dev.mailcheck.spf;

/** What a mechanism says of the client (RFC 7208, section 4.6.2). */
sealed interface Match {
    record Yes() implements Match {}

    record No() implements Match {}

    /** The whole evaluation ends with an error. */
    record Stop(SpfWord word, SpfCause cause) implements Match {}

    static Match of(boolean matches) {
        return matches ? new Yes() : new No();
    }

    default SpfTrace.Outcome outcome() {
        return switch (this) {
            case Yes yes -> SpfTrace.Outcome.MATCH;
            case No no -> SpfTrace.Outcome.NO_MATCH;
            case Stop stop -> SpfTrace.Outcome.ERROR;
        };
    }
}
