package dev.mailcheck.render;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * The encoder for terminals: what a terminal would obey, hide or turn around is shown as {@code
 * \x1b} or {@code \}{@code u202e} instead. That is every control character (line ends too), every
 * format character, all that Unicode would have ignored when shown, and marks heaped upon marks.
 * Letters of all scripts stay as they are.
 */
public final class TerminalText {
    /** Marks upon one letter; no language needs more. */
    private static final int MARKS = 4;

    private TerminalText() {}

    /** The text without a character that is not shown as itself. */
    public static String of(String foreign) {
        return isPlain(foreign) ? foreign : encode(foreign);
    }

    /** Most texts are; they need no tables of Unicode. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static String encode(String foreign) {
        StringBuilder shown = new StringBuilder(foreign.length() + 16);
        int marks = 0;
        for (int i = 0; i < foreign.length(); ) {
            int c = foreign.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            if (isActive(c) || marks > MARKS) {
                shown.append(escaped(c));
            } else {
                shown.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return shown.toString();
    }

    /** Whether a terminal might do anything with this character but show it. */
    static boolean isActive(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            case Character.SPACE_SEPARATOR -> c != ' ' && c != IDEOGRAPHIC_SPACE;
            // Of all that is left only marks and letters without case can be ignorable.
            case Character.NON_SPACING_MARK, Character.OTHER_LETTER ->
                    UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
            default -> false;
        };
    }

    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static String escaped(int c) {
        if (c < 0x100) {
            return String.format("\\x%02x", c);
        }
        return c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\u{%x}", c);
    }
}
