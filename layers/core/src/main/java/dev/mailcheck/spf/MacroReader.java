package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfSyntaxError.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text with macros (RFC 7208, section 7.1). In an explanation blanks may stand, and the
 * letters c, r and t; nowhere else.
 */
final class MacroReader {
    private static final String LETTERS = "slodipvh";
    private static final String EXPLANATION_LETTERS = "crt";
    private static final String DELIMITERS = ".-+,/_=";

    private final String text;
    private final boolean explanation;
    private final int offset;
    private final Mistakes mistakes;
    private final List<MacroPart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    private MacroReader(String text, boolean explanation, int offset, Mistakes mistakes) {
        this.text = text;
        this.explanation = explanation;
        this.offset = offset;
        this.mistakes = mistakes;
    }

    /** Reads what stands in a term from {@code offset} on. */
    static Optional<MacroString> readTerm(String text, int offset, Mistakes mistakes) {
        return new MacroReader(text, false, offset, mistakes).read();
    }

    /** Reads the text that an {@code exp} modifier leads to. */
    static Optional<MacroString> readExplanation(String text) {
        return new MacroReader(text, true, 0, new Mistakes(text, 0)).read();
    }

    private Optional<MacroString> read() {
        while (at < text.length()) {
            if (!readPart()) {
                return Optional.empty();
            }
        }
        endLiteral();
        return Optional.of(new MacroString(text, parts));
    }

    private boolean readPart() {
        char c = text.charAt(at);
        if (c == '%') {
            return readPercent();
        }
        if (c > '~' || c < ' ' || (c == ' ' && !explanation)) {
            return mistakes.add(Kind.SPF_BAD_CHARACTER, offset + at);
        }
        literal.append(c);
        at++;
        return true;
    }

    private boolean readPercent() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        switch (next) {
            case '%' -> literal.append('%');
            case '_' -> literal.append(' ');
            case '-' -> literal.append("%20");
            case '{' -> {
                return readMacro();
            }
            default -> {
                return mistakes.add(Kind.SPF_BAD_MACRO, offset + at);
            }
        }
        at += 2;
        return true;
    }

    private boolean readMacro() {
        int end = text.indexOf('}', at);
        if (end < at + 3) {
            return mistakes.add(Kind.SPF_BAD_MACRO, offset + at);
        }
        char letter = Character.toLowerCase(text.charAt(at + 2));
        if (LETTERS.indexOf(letter) < 0 && !(explanation && isExplanationLetter(letter))) {
            return mistakes.add(
                    isExplanationLetter(letter)
                            ? Kind.SPF_MACRO_ONLY_IN_EXPLANATION
                            : Kind.SPF_BAD_MACRO,
                    offset + at);
        }
        return readTransformers(letter, text.substring(at + 3, end), end + 1);
    }

    private static boolean isExplanationLetter(char letter) {
        return EXPLANATION_LETTERS.indexOf(letter) >= 0;
    }

    private boolean readTransformers(char letter, String transformers, int next) {
        int digits = 0;
        while (digits < transformers.length() && isDigit(transformers.charAt(digits))) {
            digits++;
        }
        int keep = keep(transformers.substring(0, digits));
        String rest = transformers.substring(digits);
        boolean reverse = rest.startsWith("r") || rest.startsWith("R");
        String delimiters = reverse ? rest.substring(1) : rest;
        if (keep < 0 || !delimiters.chars().allMatch(c -> DELIMITERS.indexOf(c) >= 0)) {
            return mistakes.add(Kind.SPF_BAD_MACRO, offset + at);
        }
        endLiteral();
        boolean urlEscape = Character.isUpperCase(text.charAt(at + 2));
        parts.add(new MacroPart.Expand(letter, urlEscape, keep, reverse, distinct(delimiters)));
        at = next;
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** How many parts to keep: 0 without digits, -1 for the number zero, which is not allowed. */
    private static int keep(String digits) {
        if (digits.isEmpty()) {
            return 0;
        }
        int keep = 0;
        for (int i = 0; i < digits.length(); i++) {
            keep = Math.min(keep * 10 + digits.charAt(i) - '0', 1_000);
        }
        return keep == 0 ? -1 : keep;
    }

    /** Each delimiter once, so that a flood of them costs no more than all seven. */
    private static String distinct(String delimiters) {
        StringBuilder once = new StringBuilder();
        delimiters.chars().distinct().forEach(c -> once.append((char) c));
        return once.toString();
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new MacroPart.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
