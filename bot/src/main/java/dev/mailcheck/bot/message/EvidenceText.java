package dev.mailcheck.bot.message;

import java.util.List;
import java.util.Map;

/** What was seen, as indented lines, cut where a window has no more room for it. */
final class EvidenceText {
    private static final int MOST = 1_200;
    private static final int VALUE = 300;
    private static final int DEPTH = 6;

    private final StringBuilder out = new StringBuilder();

    private EvidenceText() {}

    static String of(Map<String, Object> evidence) {
        EvidenceText text = new EvidenceText();
        text.map(evidence, 0);
        return text.out.toString().stripTrailing();
    }

    private boolean isFull() {
        return out.length() >= MOST;
    }

    private void map(Map<?, ?> map, int depth) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (isFull()) {
                out.append("…");
                return;
            }
            member(SlackText.line(String.valueOf(entry.getKey()), VALUE), entry.getValue(), depth);
        }
    }

    private void member(String name, Object value, int depth) {
        indent(depth);
        out.append(name).append(':');
        value(value, depth);
    }

    private void value(Object value, int depth) {
        switch (value) {
            case Map<?, ?> map when depth < DEPTH -> {
                out.append('\n');
                map(map, depth + 1);
            }
            case List<?> list when depth < DEPTH -> list(list, depth + 1);
            default ->
                    out.append(' ')
                            .append(SlackText.line(String.valueOf(value), VALUE))
                            .append('\n');
        }
    }

    private void list(List<?> list, int depth) {
        out.append('\n');
        for (Object element : list) {
            if (isFull()) {
                out.append("…");
                return;
            }
            indent(depth);
            out.append('-');
            value(element, depth);
        }
    }

    private void indent(int depth) {
        out.repeat("  ", depth);
    }
}
