package dev.mailcheck.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The reverse-path that some programs write into Received fields, in a comment or beside it. */
final class EnvelopeFrom {
    private static final List<String> BEGINNINGS =
            List.of("envelope-from", "envelope-sender", "envelope from", "envelope sender");

    private EnvelopeFrom() {}

    static Optional<String> of(ReceivedClauses clauses) {
        Stream<String> inComments =
                clauses.comments(Clause.values()).stream().flatMap(text -> written(text).stream());
        return Stream.concat(inComments, clauses.word(Clause.ENVELOPE_FROM).stream())
                .filter(text -> text.indexOf('@') > 0 || text.equals("<>"))
                .findFirst()
                .map(ReceivedReader::withoutAngles);
    }

    static boolean isComment(String comment) {
        return written(comment).isPresent();
    }

    private static Optional<String> written(String comment) {
        String lower = comment.toLowerCase(Locale.ROOT);
        for (String beginning : BEGINNINGS) {
            int at = lower.indexOf(beginning);
            if (at == 0 || (at > 0 && lower.charAt(at - 1) == ' ')) {
                return first(comment.substring(at + beginning.length()).replace('"', ' '));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(String text) {
        return ReceivedTokenizer.tokens(text).stream()
                .filter(ReceivedToken::isWord)
                .map(ReceivedToken::value)
                .findFirst();
    }
}
