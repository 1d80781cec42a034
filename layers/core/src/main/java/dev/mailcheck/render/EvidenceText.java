package dev.mailcheck.render;

import java.util.List;
import java.util.Map;

/**
 * Evidence as an indented list behind a bar; texts of the checked side stand in quotation marks.
 */
final class EvidenceText {
    private static final String BAR = "      | ";

    /** Columns for a name and its margin, so that room is left for the value. */
    private static final int LABEL = 50;

    private final Page page;

    EvidenceText(Page page) {
        this.page = page;
    }

    void write(Map<String, Object> evidence) {
        members(evidence, "");
    }

    private void members(Map<?, ?> members, String margin) {
        members.forEach((name, value) -> entry(margin + name + ":", value, margin + "  "));
    }

    private void entry(String label, Object value, String margin) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> {
                line(label, "");
                members(map, margin);
            }
            case List<?> list when !list.isEmpty() -> {
                line(label, "");
                list.forEach(element -> entry(margin + "-", element, margin + "  "));
            }
            case Map<?, ?> none -> line(label, "{}");
            case List<?> none -> line(label, "[]");
            case String text -> line(label, quoted(text));
            default -> line(label, String.valueOf(value));
        }
    }

    private void line(String label, String value) {
        String shown = TerminalText.of(label);
        String name = shown.length() > LABEL ? shown.substring(0, LABEL) : shown;
        if (value.isEmpty()) {
            page.line(Ink.FAINT, 0, BAR + name);
        } else {
            page.hanging(Ink.FAINT, BAR + name + " ", Ink.PLAIN, value);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
