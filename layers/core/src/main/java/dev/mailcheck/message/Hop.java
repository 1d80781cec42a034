package dev.mailcheck.message;

import java.util.Optional;

/**
 * A Received field of a trusted receiver, where it stands, and which large receiver wrote it.
 *
 * @param position of the field in the header
 */
record Hop(Received received, int position, Optional<Receiver> receiver) {
    /** What looking for the hop came to. */
    sealed interface Search {
        Optional<String> topReceiver();
    }

    record FoundHop(Hop hop, Optional<String> topReceiver) implements Search {}

    record NoHop(Known.Reason reason, Optional<String> topReceiver) implements Search {}
}
