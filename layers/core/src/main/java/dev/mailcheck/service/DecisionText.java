package dev.mailcheck.service;

import dev.mailcheck.answer.Decision;
import dev.mailcheck.answer.Decision.Answer;
import dev.mailcheck.answer.Decision.Nothing;
import dev.mailcheck.answer.Decision.Why;
import dev.mailcheck.answer.Silence;

import java.util.List;
import java.util.Optional;

/** A decision as it stands in the store. */
final class DecisionText {
    private static final String ANSWER = "ANSWER";
    private static final String NOTHING = "NOTHING";

    private DecisionText() {}

    /** Addresses that are answered hold no blanks. */
    static String write(Decision decision) {
        return switch (decision) {
            case Answer(String to, Why why) -> String.join(" ", ANSWER, why.name(), to);
            case Nothing(Silence reason) -> String.join(" ", NOTHING, reason.name());
        };
    }

    static Optional<Decision> read(String text) {
        List<String> parts = List.of(text.split(" ", 3));
        return switch (parts.getFirst()) {
            case ANSWER -> Optional.of(new Answer(parts.get(2), Why.valueOf(parts.get(1))));
            case NOTHING -> Optional.of(new Nothing(Silence.valueOf(parts.get(1))));
            default -> Optional.empty();
        };
    }
}
