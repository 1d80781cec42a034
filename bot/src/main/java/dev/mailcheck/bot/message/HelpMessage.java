package dev.mailcheck.bot.message;

import java.util.List;
import java.util.Map;

/** What can be typed behind the command. */
public final class HelpMessage {
    private HelpMessage() {}

    /**
     * The message.
     *
     * @param command as it is called in this workspace, with its slash
     * @param most so many domains at once
     */
    public static Message of(String command, int most, Say say) {
        return new Message(
                say.of("help.title"),
                List.of(
                        new Part.Headline(Tone.NONE, say.of("help.title")),
                        new Part.Lines(
                                List.of(
                                        line(
                                                command + " example.com",
                                                say.of(
                                                        "help.check",
                                                        Map.of("most", String.valueOf(most)))),
                                        line(command + " example.com ja", say.of("help.language")),
                                        line(command + " mail", say.of("help.mail")),
                                        line(command + " help", say.of("help.help")))),
                        new Part.Note(say.of("help.private"))));
    }

    private static Part.Line line(String typed, String what) {
        return new Part.Line(
                Tone.NONE,
                List.of(new Span(Tone.NONE, typed, Span.Style.MONOSPACE), Span.plain("  " + what)));
    }
}
