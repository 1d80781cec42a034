package dev.mailcheck.probe;

import dev.mailcheck.net.Deadline;

import java.time.Duration;
import java.util.Optional;

/** What all probes at port 25 share. */
final class Smtp {
    /** Kept back from the check's deadline, so that what was seen is handed in before it. */
    private static final Duration MARGIN = Duration.ofMillis(300);

    private Smtp() {}

    /** Why nothing may be sent to mail servers, if so. */
    static Optional<String> forbidden(CheckOptions options) {
        if (!options.network()) {
            return Optional.of("NO_NETWORK");
        }
        return options.smtp() ? Optional.empty() : Optional.of("SWITCHED_OFF");
    }

    /** When the last session must have ended. */
    static Deadline deadline(Doors doors) {
        return doors.deadline().within(doors.deadline().remaining().minus(MARGIN));
    }
}
