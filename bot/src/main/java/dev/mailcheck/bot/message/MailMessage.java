package dev.mailcheck.bot.message;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where to send a test mail. */
public final class MailMessage {
    private MailMessage() {}

    /**
     * The message.
     *
     * @param tlsOnly an address that is taken over TLS only
     * @param page where the result will be
     * @param until how long the addresses are good, in words
     */
    public static Message of(
            String any, Optional<String> tlsOnly, Optional<URI> page, String until, Say say) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Headline(Tone.NONE, say.of("mail.title")));
        parts.add(Part.Paragraph.of(say.of(tlsOnly.isPresent() ? "mail.how" : "mail.how.one")));
        parts.add(new Part.Copy(any));
        tlsOnly.ifPresent(address -> parts.add(new Part.Copy(address)));
        page.ifPresent(at -> parts.add(new Part.Buttons(List.of(Button.open(at, say)))));
        parts.add(new Part.Note(say.of("mail.then", Map.of("until", until))));
        return new Message(say.of("mail.title"), parts);
    }
}
