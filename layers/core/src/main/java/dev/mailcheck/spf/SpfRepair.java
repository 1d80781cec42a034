package dev.mailcheck.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mends what people often write in place of a right record: a blank or a quote in front, commas and
 * semicolons between terms, "ipv4:", a blank behind the colon. It answers a record that is right,
 * or nothing.
 */
public final class SpfRepair {
    private static final int LONGEST = 4_096;
    private static final Pattern ALMOST =
            Pattern.compile(
                    "[\\s\"'\\u00a0]{0,20}"
                            + "(?:v\\s{0,3}[=:-]?\\s{0,3}spf\\s{0,3}1(?![0-9.])|spf1(?=\\s))(.*)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TYPESET_DASH =
            Pattern.compile("\u00e2(?:\u0080[\u0090-\u0095]|\u0088\u0092)");
    private static final Pattern TYPESET_QUOTE = Pattern.compile("\u00e2\u0080[\u0098-\u009f]");
    private static final Map<String, String> NAMES =
            Map.of(
                    "ipv4:", "ip4:",
                    "ipv6:", "ip6:",
                    "ip:", "ip4:",
                    "includes:", "include:",
                    "redirect:", "redirect=",
                    "exp:", "exp=");

    private SpfRepair() {}

    /** Whether a TXT record was meant as an SPF record, though no receiver takes it for one. */
    public static boolean isAlmostSpf(String text) {
        return !SpfRecord.isSpf(text) && ALMOST.matcher(typedPlainly(text)).matches();
    }

    /** Dashes and quotes as word processors set them, here as the bytes of UTF-8. */
    private static String typedPlainly(String text) {
        return TYPESET_QUOTE.matcher(TYPESET_DASH.matcher(text).replaceAll("-")).replaceAll("\"");
    }

    /** Whether nothing but blanks in front keeps it from being an SPF record. */
    public static boolean hasLeadingBlank(String text) {
        return !text.isEmpty() && text.charAt(0) <= ' ' && SpfRecord.isSpf(text.strip());
    }

    /** The record that was meant, out of one that is almost one or that breaks the grammar. */
    public static Optional<String> repaired(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher almost = ALMOST.matcher(typedPlainly(text));
        if (!almost.matches()) {
            return Optional.empty();
        }
        String terms = almost.group(1).replace('"', ' ').replace('\u00a0', ' ');
        boolean macros = terms.indexOf('%') >= 0;
        String blanks = terms.replaceAll(macros ? "\\s" : "[\\s,;]", " ");
        List<String> words = Stream.of(blanks.split(" ")).filter(word -> !word.isEmpty()).toList();
        return SpfEdit.valid(String.join(" ", rightTerms(words)));
    }

    private static List<String> rightTerms(List<String> words) {
        List<String> terms = new ArrayList<>(List.of(SpfRecord.VERSION));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean open = word.endsWith(":") || word.endsWith("=");
            if (open && i + 1 < words.size() && isTerm(word + words.get(i + 1))) {
                terms.add(word + words.get(++i));
            } else {
                terms.add(isTerm(word) ? word : rightTerm(word));
            }
        }
        return terms;
    }

    private static boolean isTerm(String word) {
        return SpfRecord.parse(SpfRecord.VERSION + " " + word).valid();
    }

    private static String rightTerm(String word) {
        return Stream.of(renamed(word), otherFamily(renamed(word)), "ip4:" + word, "ip6:" + word)
                .filter(SpfRepair::isTerm)
                .findFirst()
                .orElseGet(() -> withoutEnd(word));
    }

    private static String renamed(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .filter(entry -> lower.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue() + word.substring(entry.getKey().length()))
                .orElse(word);
    }

    private static String otherFamily(String word) {
        return word.startsWith("ip4:") ? "ip6:" + word.substring(4) : word.replace("ip6:", "ip4:");
    }

    /** Without a colon or dot that nothing follows: "mx:", "-all." */
    private static String withoutEnd(String word) {
        boolean loose = word.endsWith(":") || word.endsWith(".");
        return loose ? word.substring(0, word.length() - 1) : word;
    }
}
