package dev.mailcheck.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hides our own addresses and names in what servers say back to us: "Hello [192.0.2.1]", and names
 * made from the address, as providers give them to their customers ("192-0-2-1.dsl.example"). What
 * the checked domain publishes itself is its own and stays readable, also where the check runs on
 * its mail host.
 */
final class Masking {
    static final String ADDRESS = "OUR-ADDRESS";
    static final String NAME = "OUR-NAME";

    private static final String NAME_START = "(?<![a-z0-9.-])";
    private static final String NAME_END = "(?![a-z0-9-]|\\.[a-z0-9])";

    private final Optional<Pattern> addresses;
    private final Optional<Pattern> names;

    /**
     * @param published names and addresses in the DNS of the checked domain
     */
    Masking(Own own, Set<String> published) {
        Predicate<String> ours = text -> !published.contains(text.toLowerCase(Locale.ROOT));
        this.addresses =
                anyOf(
                        own.addresses().stream()
                                .filter(ours)
                                .filter(address -> !address.startsWith("127."))
                                .flatMap(address -> AddressForms.of(address).stream()));
        this.names =
                anyOf(
                        own.names().stream()
                                .filter(ours)
                                .filter(name -> name.contains("."))
                                .map(name -> NAME_START + Pattern.quote(name) + NAME_END));
    }

    private static Optional<Pattern> anyOf(Stream<String> forms) {
        List<String> all = forms.toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(String.join("|", all), Pattern.CASE_INSENSITIVE));
    }

    String mask(String text) {
        String named = names.map(name -> name.matcher(text).replaceAll(NAME)).orElse(text);
        return addresses.map(address -> maskWords(address, named)).orElse(named);
    }

    /** Masks each hit with all of the host name or address it stands in. */
    private static String maskWords(Pattern address, String text) {
        StringBuilder masked = new StringBuilder();
        Matcher hit = address.matcher(text);
        int done = 0;
        while (hit.find()) {
            if (hit.start() >= done) {
                masked.append(text, done, wordStart(text, hit.start(), done)).append(ADDRESS);
                done = wordEnd(text, hit.end());
            }
        }
        return masked.append(text, done, text.length()).toString();
    }

    private static int wordStart(String text, int from, int notBefore) {
        int start = from;
        while (start > notBefore && isHost(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isHost(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHost(char c) {
        return c == '.' || c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
}
