package dev.mailcheck.message;

import dev.mailcheck.message.AuthenticationResults.Result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads Authentication-Results; see {@link AuthenticationResults} for what it forgives. */
final class AuthenticationResultsReader {
    /** Properties that Amazon SES writes as if they were methods. */
    private static final Set<String> NO_METHODS = Set.of("client-ip", "envelope-from", "helo");

    private static final int MAX_RESULTS = 200;

    private final List<List<ResultToken>> parts = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private boolean conforming = true;

    AuthenticationResultsReader(String value) {
        parts.add(new ArrayList<>());
        for (ResultToken token : ResultToken.tokens(value)) {
            if (token.kind() == ResultToken.Kind.SEMICOLON) {
                parts.add(new ArrayList<>());
            } else {
                parts.getLast().add(token);
            }
        }
    }

    Optional<AuthenticationResults> read() {
        List<ResultToken> head = withoutComments(parts.getFirst());
        boolean anonymous = head.stream().anyMatch(AuthenticationResultsReader::isEquals);
        boolean known = !head.isEmpty() && (anonymous || isVersion1(head));
        if (!known || parts.size() < 2) {
            return Optional.empty();
        }
        parts.stream().skip(anonymous ? 0 : 1).limit(MAX_RESULTS).forEach(this::part);
        boolean empty = results.isEmpty() && !isNone();
        return anonymous && results.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AuthenticationResults(
                                anonymous ? "" : head.getFirst().text(),
                                List.copyOf(results),
                                conforming && !anonymous && !empty));
    }

    /** An authserv-id, and no version or the one there is (RFC 8601, section 2.6). */
    private static boolean isVersion1(List<ResultToken> head) {
        return head.size() == 1 || (head.size() == 2 && head.get(1).text().equals("1"));
    }

    private boolean isNone() {
        List<ResultToken> only = withoutComments(parts.get(1));
        return only.size() == 1 && only.getFirst().text().equalsIgnoreCase("none");
    }

    private void part(List<ResultToken> tokens) {
        List<ResultToken> plain = withoutComments(tokens);
        int equals = 0;
        while (equals < plain.size() && !isEquals(plain.get(equals))) {
            equals++;
        }
        String name = lower(value(plain, 0, equals));
        boolean assignment =
                equals + 1 < plain.size()
                        && (equals == 1 || (equals == 3 && name.indexOf('/') > 0));
        if (plain.isEmpty() || isLonelyNone(plain)) {
            return;
        }
        if (!assignment) {
            conforming = false;
            return;
        }
        if (NO_METHODS.contains(name) && !results.isEmpty()) {
            conforming = false;
            properties(plain, 0, results.removeLast());
        } else {
            String method = name.indexOf('/') > 0 ? name.substring(0, name.indexOf('/')) : name;
            Result result =
                    new Result(
                            method,
                            lower(plain.get(equals + 1).text()),
                            Optional.empty(),
                            comment(tokens),
                            Map.of());
            properties(plain, equals + 2, result);
        }
    }

    private static boolean isLonelyNone(List<ResultToken> plain) {
        return plain.size() == 1 && plain.getFirst().text().equalsIgnoreCase("none");
    }

    /** The assignments from a place on, added to the result. */
    private void properties(List<ResultToken> plain, int from, Result result) {
        Map<String, String> properties = new LinkedHashMap<>(result.properties());
        Optional<String> reason = result.reason();
        int at = from;
        while (at < plain.size()) {
            StringBuilder name = new StringBuilder();
            while (at < plain.size() && !isEquals(plain.get(at))) {
                name.append(plain.get(at++).text());
            }
            if (at == plain.size()) {
                conforming = false;
                break;
            }
            at++;
            int valueEnd = endOfValue(plain, at);
            String value = value(plain, at, valueEnd);
            at = valueEnd;
            if (name.toString().equalsIgnoreCase("reason")) {
                reason = Optional.of(value);
            } else {
                conforming &= name.indexOf(".") > 0;
                properties.putIfAbsent(lower(name.toString()), value);
            }
        }
        results.add(
                new Result(result.method(), result.result(), reason, result.comment(), properties));
    }

    /** A value ends before the word whose value comes next; some hold equals signs of their own. */
    private static int endOfValue(List<ResultToken> plain, int from) {
        int at = from;
        while (at < plain.size()) {
            boolean named = at + 1 < plain.size() && isEquals(plain.get(at + 1)) && at > from;
            boolean typed = at + 3 < plain.size() && isDot(plain.get(at + 1)) && at > from;
            if (named || typed) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static String value(List<ResultToken> plain, int from, int to) {
        StringBuilder value = new StringBuilder();
        plain.subList(Math.min(from, to), to).forEach(token -> value.append(token.text()));
        return value.toString();
    }

    private static Optional<String> comment(List<ResultToken> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == ResultToken.Kind.COMMENT)
                .map(ResultToken::text)
                .findFirst();
    }

    private static List<ResultToken> withoutComments(List<ResultToken> tokens) {
        return tokens.stream().filter(token -> token.kind() != ResultToken.Kind.COMMENT).toList();
    }

    private static boolean isEquals(ResultToken token) {
        return token.kind() == ResultToken.Kind.EQUALS;
    }

    private static boolean isDot(ResultToken token) {
        return token.kind() == ResultToken.Kind.WORD && token.text().equals(".");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
