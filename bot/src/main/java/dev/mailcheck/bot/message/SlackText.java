package dev.mailcheck.bot.message;

import dev.mailcheck.render.TerminalText;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The encoder for Slack. Texts go into elements that Slack takes as they are (rich text and plain
 * text), so nothing in them can be a mention, a link or mark-up; what is invisible or turns text
 * around is made visible. The one text that Slack does read, that of notifications, is escaped
 * besides.
 */
final class SlackText {
    private static final String ELLIPSIS = "…";

    /** Keeps line ends at the end. */
    private static final String END = "|";

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n");

    private SlackText() {}

    /** For rich and plain text: in one line, of at most so many characters. */
    static String line(String foreign, int most) {
        return cut(TerminalText.of(foreign), most);
    }

    /** The same, with its line ends. */
    static String lines(String foreign, int most) {
        String shown =
                LINE_END.splitAsStream(foreign + END)
                        .map(TerminalText::of)
                        .collect(Collectors.joining("\n"));
        return cut(shown.substring(0, shown.length() - END.length()), most);
    }

    /**
     * For text that Slack reads: what could begin a mention, a link or mark-up is no longer one.
     */
    static String escaped(String foreign, int most) {
        String shown = line(foreign, most);
        StringBuilder out = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '*', '_', '~', '`' -> out.append(WORD_JOINER).append(c).append(WORD_JOINER);
                case '@', '#' -> out.append(c).append(WORD_JOINER);
                case ':' -> out.append(isBeforeBlank(shown, i) ? ":" : ":" + WORD_JOINER);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isBeforeBlank(String text, int colon) {
        return colon + 1 < text.length() && text.charAt(colon + 1) == ' ';
    }

    /** Invisible, and no blank: what stands on both sides of it is no longer one word to Slack. */
    private static final char WORD_JOINER = '\u2060';

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - ELLIPSIS.length();
        boolean split = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, split ? end - 1 : end) + ELLIPSIS;
    }
}
