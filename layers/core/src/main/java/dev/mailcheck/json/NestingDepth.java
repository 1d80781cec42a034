package dev.mailcheck.json;

/** How deep brackets are nested in a JSON text, to be known before a recursive parser reads it. */
public final class NestingDepth {
    private NestingDepth() {}

    /** Counts them, without a look at whether it is JSON at all. */
    public static int of(String json) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                deepest = Math.max(deepest, ++depth);
            } else if (!quoted && (c == '}' || c == ']')) {
                depth--;
            }
        }
        return deepest;
    }
}
