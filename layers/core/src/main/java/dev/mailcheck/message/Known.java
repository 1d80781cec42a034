package dev.mailcheck.message;

import java.util.Optional;

/** A fact about how a mail came, and where it is known from; or why it is not known. */
public sealed interface Known<T> {
    /** The fact. */
    record Told<T>(T fact, Source source) implements Known<T> {}

    /** No fact. */
    record Unknown<T>(Reason reason) implements Known<T> {}

    /** Where a fact is known from, the surest first. */
    enum Source {
        /** The user said so. */
        OPTION,
        /** We received the mail ourselves, and saw it. */
        SESSION,
        /** The Received field of the trusted receiver. */
        RECEIVED,
        /** Its Return-Path field. */
        RETURN_PATH,
        /** Its Received-SPF field. */
        RECEIVED_SPF,
        /** Its Authentication-Results field. */
        AUTHENTICATION_RESULTS
    }

    /** Whether a fact of this source is told of the envelope itself, and not read in the mail. */
    static boolean isOfEnvelope(String source) {
        return source.equals(Source.OPTION.name()) || source.equals(Source.SESSION.name());
    }

    /** Why a fact is not known. */
    enum Reason {
        /** The mail has no Received field that tells who received it. */
        NO_RECEIVED_FIELD,
        /** The uppermost receiver is none that the user named, or that is known. */
        RECEIVER_NOT_TRUSTED,
        /** The trusted receiver does not write it down. */
        RECEIVER_DOES_NOT_SAY
    }

    /** The fact, if it is known. */
    default Optional<T> value() {
        return switch (this) {
            case Told<T>(T fact, Source _) -> Optional.of(fact);
            case Unknown<T> _ -> Optional.empty();
        };
    }
}
