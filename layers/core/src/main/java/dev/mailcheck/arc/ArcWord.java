package dev.mailcheck.arc;

import io.avaje.jsonb.Json;

import java.util.Locale;
import java.util.Optional;

/** The chain validation status (RFC 8617, section 4.4). */
public enum ArcWord {
    NONE,
    PASS,
    FAIL;

    /** The status of the tag {@code cv}, in upper or lower case. */
    static Optional<ArcWord> of(String cv) {
        for (ArcWord word : values()) {
            if (word.word().equalsIgnoreCase(cv)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    @Json.Value
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
