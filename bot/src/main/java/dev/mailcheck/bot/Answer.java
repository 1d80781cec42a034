package dev.mailcheck.bot;

import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.SlackBlocks;

import java.util.LinkedHashMap;
import java.util.Map;

/** A message with who sees it, as Slack takes it. */
final class Answer {
    private Answer() {}

    /** For the one who asked, as a message of its own. */
    static Map<String, Object> aside(Message message) {
        return of(message, "ephemeral", false);
    }

    /** For the one who asked, in place of the message that was acted upon. */
    static Map<String, Object> inPlace(Message message) {
        return of(message, "ephemeral", true);
    }

    /** For everybody in the channel. */
    static Map<String, Object> forAll(Message message) {
        return of(message, "in_channel", false);
    }

    private static Map<String, Object> of(Message message, String who, boolean replacing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("response_type", who);
        json.put("replace_original", replacing);
        json.putAll(SlackBlocks.message(message));
        return json;
    }
}
