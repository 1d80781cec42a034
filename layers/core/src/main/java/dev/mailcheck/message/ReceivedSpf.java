package dev.mailcheck.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Received-SPF field (RFC 7208, section 9.1), also as Amazon SES, Exchange, Gmail and policy
 * servers write it. Whether it may be believed is no matter of this type.
 *
 * @param result in lower case
 * @param comment the first one, without parentheses
 * @param pairs the key-value list, keys in lower case
 */
public record ReceivedSpf(String result, Optional<String> comment, Map<String, String> pairs) {

    /** Reads a value, folded or not; empty where it does not begin with a result. */
    public static Optional<ReceivedSpf> parse(String value) {
        List<ResultToken> tokens = ResultToken.tokens(value);
        if (tokens.isEmpty() || tokens.getFirst().kind() != ResultToken.Kind.WORD) {
            return Optional.empty();
        }
        return Optional.of(
                new ReceivedSpf(
                        tokens.getFirst().text().toLowerCase(Locale.ROOT),
                        tokens.stream()
                                .filter(token -> token.kind() == ResultToken.Kind.COMMENT)
                                .map(ResultToken::text)
                                .findFirst(),
                        pairs(tokens)));
    }

    /** The address of the client, canonical. */
    public Optional<String> clientIp() {
        return value("client-ip").flatMap(WrittenAddress::parse);
    }

    /** What the client called itself. */
    public Optional<String> helo() {
        return value("helo").map(HostText::withoutBrackets);
    }

    /** The reverse-path, without angle brackets; empty text: the null sender. */
    public Optional<String> envelopeFrom() {
        return value("envelope-from").map(ReceivedReader::withoutAngles);
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(pairs.get(key));
    }

    /** A word before an equals sign is a key; all up to the next key or semicolon its value. */
    private static Map<String, String> pairs(List<ResultToken> tokens) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean key =
                    tokens.get(i).kind() == ResultToken.Kind.EQUALS
                            && tokens.get(i - 1).kind() == ResultToken.Kind.WORD
                            && startsPair(tokens, i - 1);
            if (key) {
                String name = tokens.get(i - 1).text().toLowerCase(Locale.ROOT);
                pairs.putIfAbsent(name, value(tokens, i + 1));
            }
        }
        return pairs;
    }

    /** "a=b=c" has one key: an equals sign before the word makes it part of a value. */
    private static boolean startsPair(List<ResultToken> tokens, int word) {
        return tokens.get(word - 1 < 0 ? 0 : word - 1).kind() != ResultToken.Kind.EQUALS;
    }

    private static String value(List<ResultToken> tokens, int from) {
        StringBuilder value = new StringBuilder();
        boolean joined = true;
        for (int i = from; i < tokens.size() && joined; i++) {
            ResultToken token = tokens.get(i);
            boolean sign = token.kind() == ResultToken.Kind.EQUALS;
            joined =
                    sign
                            || (i == from && isText(token))
                            || (isText(token)
                                    && tokens.get(i - 1).kind() == ResultToken.Kind.EQUALS);
            value.append(joined ? token.text() : "");
        }
        return value.toString();
    }

    private static boolean isText(ResultToken token) {
        return token.kind() == ResultToken.Kind.WORD || token.kind() == ResultToken.Kind.QUOTED;
    }
}
