package dev.mailcheck.message;

/** Takes folding out of values: line ends before blanks go, all else stays. */
final class Unfolding {
    private Unfolding() {}

    static String of(String raw) {
        if (raw.indexOf('\n') < 0) {
            return trim(raw);
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean lineEnd =
                    c == '\n' || (c == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n');
            if (!lineEnd) {
                text.append(c);
            }
        }
        return trim(text.toString());
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
