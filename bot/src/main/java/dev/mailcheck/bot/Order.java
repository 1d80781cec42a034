package dev.mailcheck.bot;

import dev.mailcheck.bot.message.Button;
import dev.mailcheck.report.Language;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What was asked in Slack, as far as it takes more than an answer: done once it is acknowledged.
 */
@Json(typeProperty = "order")
@Json.SubType(type = Order.Checks.class, name = "checks")
@Json.SubType(type = Order.TestMail.class, name = "mail")
@Json.SubType(type = Order.Press.class, name = "press")
public sealed interface Order {
    Visit visit();

    Language language();

    /** A check of each of these. */
    @Json
    record Checks(Visit visit, Language language, List<Asked> asked) implements Order {
        public Checks {
            asked = List.copyOf(asked);
        }
    }

    /**
     * A domain.
     *
     * @param check the id of its check; doing it twice is one check
     */
    @Json
    record Asked(String domain, String check) {}

    /** Addresses for a test mail. */
    @Json
    record TestMail(Visit visit, Language language) implements Order {}

    /**
     * A press of a button.
     *
     * @param check the id on the button, or what stands there
     * @param next the id of the check that may come of it
     */
    @Json
    record Press(Visit visit, Language language, Button.Action action, String check, String next)
            implements Order {}
}
