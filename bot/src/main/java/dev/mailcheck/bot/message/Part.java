package dev.mailcheck.bot.message;

import java.util.List;

/** What a message is made of, from the top. */
public sealed interface Part {

    /** The first line. */
    record Headline(Tone tone, String text) implements Part {}

    /** A few sentences. */
    record Paragraph(List<Span> spans) implements Part {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        public static Paragraph of(String text) {
            return new Paragraph(List.of(Span.plain(text)));
        }
    }

    /** Lines, each with its sign. */
    record Lines(List<Line> lines) implements Part {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** One of them. */
    record Line(Tone tone, List<Span> spans) {
        public Line {
            spans = List.copyOf(spans);
        }
    }

    /** To be copied as it stands: never cut. */
    record Copy(String text) implements Part {}

    /** Small print, in our own words only. */
    record Note(String text) implements Part {}

    /** What to do next. */
    record Buttons(List<Button> buttons) implements Part {
        public Buttons {
            buttons = List.copyOf(buttons);
        }
    }

    /** A line between parts. */
    record Divider() implements Part {}
}
