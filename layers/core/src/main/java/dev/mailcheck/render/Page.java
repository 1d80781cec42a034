package dev.mailcheck.render;

import java.util.List;

/**
 * Lines for a terminal. Every text that is written passes {@link TerminalText}, so nothing foreign
 * reaches the terminal as a command; colours are added behind that gate.
 */
final class Page {
    static final int WIDTH = 80;

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    Page(boolean colour) {
        this.colour = colour;
    }

    /** One line as it stands, however long: for what is copied. */
    Page line(Ink ink, int indent, String text) {
        if (!text.isEmpty()) {
            out.append(" ".repeat(indent)).append(inked(ink, TerminalText.of(text)));
        }
        out.append('\n');
        return this;
    }

    Page blank() {
        return line(Ink.PLAIN, 0, "");
    }

    /** A paragraph in lines of 80 columns, all of them indented. */
    Page paragraph(Ink ink, int indent, String text) {
        return hanging(Ink.PLAIN, " ".repeat(indent), ink, text);
    }

    /** A label, and beside it a paragraph. */
    Page hanging(Ink labelInk, String label, Ink ink, String text) {
        String shown = TerminalText.of(label);
        int indent = Columns.of(shown);
        List<String> lines = LineBreaks.of(TerminalText.of(text), WIDTH - indent);
        out.append(inked(labelInk, shown)).append(inked(ink, lines.getFirst())).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            out.append(" ".repeat(indent)).append(inked(ink, line)).append('\n');
        }
        return this;
    }

    /** A label, and beside it as much of the text as the line holds. */
    Page cut(Ink labelInk, String label, String text, String tail) {
        String shown = TerminalText.of(label);
        int room = WIDTH - Columns.of(shown) - Columns.of(tail);
        String rest = TerminalText.of(text);
        if (Columns.of(rest) > room) {
            rest = LineBreaks.of(rest, room - 4).getFirst() + " ...";
        }
        out.append(inked(labelInk, shown)).append(rest).append(tail).append('\n');
        return this;
    }

    /** A label, and beside it the text as it stands. */
    Page row(Ink labelInk, String label, String text) {
        out.append(inked(labelInk, TerminalText.of(label))).append(TerminalText.of(text));
        out.append('\n');
        return this;
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    private String inked(Ink ink, String text) {
        return colour && !text.isBlank() ? ink.on(text) : text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
