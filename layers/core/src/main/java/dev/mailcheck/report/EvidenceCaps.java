package dev.mailcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keeps the evidence of one check in bounds: what a hostile zone or server sends is shown in part,
 * with a mark that says how much is missing. One pass, one object; not to be used twice.
 */
final class EvidenceCaps {
    /** Characters of one string, the mark included. */
    static final int STRING = 512;

    static final int ENTRIES = 200;
    static final int DEPTH = 40;

    /** Characters of all strings and names of one check. */
    static final int TOTAL = 65_536;

    private final UnaryOperator<String> masking;
    private int left = TOTAL;

    /**
     * @param masking applied to each string before it is cut, as half an address is one too
     */
    EvidenceCaps(UnaryOperator<String> masking) {
        this.masking = masking;
    }

    /** The value, which is plain JSON, within bounds. */
    Object cap(Object plain) {
        return cap(plain, 0);
    }

    private Object cap(Object plain, int depth) {
        return switch (plain) {
            case String text -> spend(cut(masking.apply(text)));
            case List<?> list -> depth < DEPTH ? list(list, depth + 1) : more(list.size());
            case Map<?, ?> map -> depth < DEPTH ? map(map, depth + 1) : more(map.size());
            default -> plain;
        };
    }

    private List<Object> list(List<?> list, int depth) {
        List<Object> capped = new ArrayList<>();
        for (Object element : list) {
            if (capped.size() == ENTRIES || left <= 0) {
                capped.add(more(list.size() - capped.size()));
                return capped;
            }
            left--;
            capped.add(cap(element, depth));
        }
        return capped;
    }

    private Map<String, Object> map(Map<?, ?> map, int depth) {
        Map<String, Object> capped = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (capped.size() == ENTRIES || left <= 0) {
                capped.put("…", more(map.size() - capped.size()));
                return capped;
            }
            String name = spend(cut(masking.apply(String.valueOf(entry.getKey()))));
            capped.put(name, cap(entry.getValue(), depth));
        }
        return capped;
    }

    private String spend(String text) {
        left -= text.length();
        return text;
    }

    /** A text of at most {@link #STRING} characters; what is missing is counted at its end. */
    static String cut(String text) {
        if (text.length() <= STRING) {
            return text;
        }
        String mark = "… [" + text.length() + " characters]";
        int end = STRING - mark.length();
        boolean split = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, split ? end - 1 : end) + mark;
    }

    private static String more(int count) {
        return "… [" + count + " more]";
    }
}
