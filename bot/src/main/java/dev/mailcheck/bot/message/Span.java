package dev.mailcheck.bot.message;

/**
 * A piece of text in one style. Whatever it holds is shown and never obeyed: no form of a message
 * reads mark-up, mentions or links out of it.
 *
 * @param tone the sign before it
 */
public record Span(Tone tone, String text, Style style) {
    /** How it looks. */
    public enum Style {
        PLAIN,
        BOLD,
        MONOSPACE,
        /** The text is the id of a member of Slack, who is named and not told. */
        PERSON
    }

    public static Span plain(String text) {
        return new Span(Tone.NONE, text, Style.PLAIN);
    }

    public static Span bold(String text) {
        return new Span(Tone.NONE, text, Style.BOLD);
    }

    /** Somebody by the id that Slack itself gave with a request. */
    public static Span person(String id) {
        return new Span(Tone.NONE, id, Style.PERSON);
    }

    static Span mark(Tone tone, String text) {
        return new Span(tone, text, Style.PLAIN);
    }
}
