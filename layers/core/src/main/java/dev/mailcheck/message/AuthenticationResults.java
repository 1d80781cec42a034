package dev.mailcheck.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Authentication-Results field (RFC 8601, section 2.2), read and written. It is read with the
 * liberties that large receivers take: Amazon SES gives semicolons to properties and leaves out
 * their types, Exchange leaves out who it is. Whether the field may be believed is no matter of
 * this type.
 *
 * @param authservId who says so; empty: not said
 * @param conforming whether the field keeps to the grammar of RFC 8601
 */
public record AuthenticationResults(String authservId, List<Result> results, boolean conforming) {

    /**
     * What one method found.
     *
     * @param method in lower case, without its version
     * @param result in lower case
     * @param reason from {@code reason=}
     * @param comment the first comment behind the result, without parentheses
     * @param properties by {@code ptype.property} in lower case, in the order written; a property
     *     without a type stands under its bare name
     */
    public record Result(
            String method,
            String result,
            Optional<String> reason,
            Optional<String> comment,
            Map<String, String> properties) {

        /** A result without reason and comment. */
        public static Result of(String method, String result, Map<String, String> properties) {
            return new Result(method, result, Optional.empty(), Optional.empty(), properties);
        }

        /** The same with a comment; what no comment may hold is left out when it is written. */
        public Result withComment(String text) {
            return new Result(method, result, reason, Optional.of(text), properties);
        }
    }

    /** What this program found, to be written. */
    public static AuthenticationResults of(String authservId, List<Result> results) {
        return new AuthenticationResults(authservId, List.copyOf(results), true);
    }

    /** Reads a value, folded or not; empty where it makes no sense. */
    public static Optional<AuthenticationResults> parse(String value) {
        return new AuthenticationResultsReader(value).read();
    }

    /** The results of one method. */
    public List<Result> of(String method) {
        return results.stream().filter(result -> result.method().equals(method)).toList();
    }

    /** The value of the field, in one line and pure ASCII. */
    public String value() {
        String written =
                results.stream()
                        .map(AuthenticationResultsWriter::text)
                        .collect(Collectors.joining("; "));
        return AuthenticationResultsWriter.value(authservId)
                + "; "
                + (written.isEmpty() ? "none" : written);
    }
}
