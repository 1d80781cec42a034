package dev.mailcheck.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a paragraph into lines: at blanks, and between characters of Japanese but not before those
 * that may not begin a line or after those that may not end one (kinsoku). A word longer than a
 * line is broken where the line ends.
 */
final class LineBreaks {
    private static final String NEVER_FIRST =
            "、。，．,.:;!?)]}・：；？！゛゜ヽヾゝゞ々ー）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%";

    private static final String NEVER_LAST = "([{（〔［｛〈《「『【\"“‘";

    private LineBreaks() {}

    /** Lines of at most {@code columns} columns, without blanks at their ends; never none. */
    static List<String> of(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String piece : pieces(text, columns)) {
            int width = Columns.of(piece.stripTrailing());
            if (used > 0 && used + width > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            line.append(piece);
            used += Columns.of(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The parts between which a line may end; blanks stay with the part before them. */
    private static List<String> pieces(String text, int columns) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            used += Columns.of(c);
            boolean full =
                    used + (next < text.length() ? Columns.of(text.codePointAt(next)) : 0)
                            > columns;
            if (next == text.length() || full || mayBreak(c, text.codePointAt(next))) {
                pieces.add(text.substring(start, next));
                start = next;
                used = 0;
            }
            i = next;
        }
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (before == ' ') {
            return after != ' ';
        }
        return (Columns.isWide(before) || Columns.isWide(after))
                && after != ' '
                && NEVER_LAST.indexOf(before) < 0
                && NEVER_FIRST.indexOf(after) < 0;
    }
}
