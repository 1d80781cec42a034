package dev.mailcheck.dkim;

import java.util.List;

/** The keys that a signature may be verified with (RFC 6376, section 6.1.2). */
sealed interface KeyChoice {
    /**
     * Keys that fit the signature, usually one.
     *
     * @param records how many records stand at the selector
     */
    record Usable(List<ParsedKey> keys, int records) implements KeyChoice {
        public Usable {
            keys = List.copyOf(keys);
        }
    }

    /** None does, or it is not known. */
    record Unusable(DkimCause cause) implements KeyChoice {}
}
