package dev.mailcheck.probe;

import dev.mailcheck.message.Known;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * A fact about how a mail came, or that it is not known.
 *
 * @param from where it is known from, a word of {@link Known.Source}; or why it is not, a word of
 *     {@link Known.Reason} or MAIL_TOO_COMPLEX
 */
@Json
public record Fact(Optional<String> value, String from) {
    static Fact of(Known<String> known) {
        return new Fact(known.value(), from(known));
    }

    static Fact unknown(String why) {
        return new Fact(Optional.empty(), why);
    }

    static String from(Known<?> known) {
        return switch (known) {
            case Known.Told<?>(var fact, Known.Source source) -> source.name();
            case Known.Unknown<?>(Known.Reason reason) -> reason.name();
        };
    }

    /** Why it is not known; empty where it is. */
    public Optional<String> missingBecause() {
        return value.isPresent() ? Optional.empty() : Optional.of(from);
    }
}
