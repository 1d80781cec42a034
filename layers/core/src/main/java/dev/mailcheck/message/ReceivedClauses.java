package dev.mailcheck.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts the words and comments of a Received field into its clauses, which may come in any order.
 */
final class ReceivedClauses {
    private final Map<Clause, List<ReceivedToken>> clauses = new EnumMap<>(Clause.class);
    private final List<Integer> semicolons = new ArrayList<>();
    private Clause current = Clause.NONE;
    private String previous = "";

    private ReceivedClauses() {}

    static ReceivedClauses of(String value) {
        List<ReceivedToken> tokens = ReceivedTokenizer.tokens(value);
        ReceivedClauses clauses = new ReceivedClauses();
        for (int i = 0; i < tokens.size(); i++) {
            clauses.take(tokens.get(i), i == 0);
        }
        return clauses;
    }

    List<ReceivedToken> tokens(Clause clause) {
        return clauses.getOrDefault(clause, List.of());
    }

    /** All comments that stand in a clause, or in none. */
    List<String> comments(Clause... of) {
        List<String> comments = new ArrayList<>();
        for (Clause clause : of) {
            for (ReceivedToken token : tokens(clause)) {
                if (token.isComment()) {
                    comments.add(token.text());
                }
            }
        }
        return comments;
    }

    /** The words of a clause. */
    List<String> words(Clause clause) {
        return tokens(clause).stream()
                .filter(ReceivedToken::isWord)
                .map(ReceivedToken::value)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first word of a clause. */
    Optional<String> word(Clause clause) {
        return words(clause).stream().findFirst();
    }

    /** The positions behind the semicolons outside of comments. */
    List<Integer> semicolons() {
        return semicolons;
    }

    private void take(ReceivedToken token, boolean first) {
        if (token.kind() == ReceivedToken.Kind.SEMICOLON) {
            semicolons.add(token.end());
        } else if (first && token.isComment() && token.text().startsWith("from ")) {
            ReceivedTokenizer.tokens(token.text()).forEach(inner -> take(inner, false));
        } else if (!(token.isWord() && begins(token.text()))) {
            clauses.computeIfAbsent(current, clause -> new ArrayList<>()).add(token);
        }
        previous = token.text();
    }

    /** Whether the word begins a clause; a second one of the same kind does not. */
    private boolean begins(String word) {
        Optional<Clause> keyword =
                Clause.keyword(word).map(this::meant).filter(clause -> !has(clause));
        keyword.ifPresent(clause -> {
            current = clause;
            clauses.put(clause, new ArrayList<>());
        });
        return keyword.isPresent();
    }

    private boolean has(Clause clause) {
        boolean cipher = clause == Clause.WITH && previous.equalsIgnoreCase("de/crypted");
        boolean early = clause == Clause.FOR && current == Clause.NONE;
        return clauses.containsKey(clause) || cipher || early;
    }

    /** Only what stands first tells the client; programs write "for THEM from US" further below. */
    private Clause meant(Clause clause) {
        return clause == Clause.FROM && !clauses.isEmpty() ? Clause.ENVELOPE_FROM : clause;
    }
}
