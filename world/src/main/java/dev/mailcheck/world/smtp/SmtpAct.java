package dev.mailcheck.world.smtp;

import java.time.Duration;

/** What a host does at one stage instead of the sensible thing. */
public sealed interface SmtpAct {
    /** Replies; after 421 it hangs up. */
    record Say(SmtpReply reply) implements SmtpAct {}

    /** Does the sensible thing, but only so much later. */
    record Late(Duration delay) implements SmtpAct {}

    /** Says nothing and keeps the connection. */
    record Silent() implements SmtpAct {}

    /** Sends these bytes (ISO 8859-1), nothing else, and goes on. */
    record Raw(String bytes) implements SmtpAct {}

    /** Sends the text again and again, one byte in each interval. */
    record Drip(String text, Duration interval) implements SmtpAct {}

    /** Sends the text again and again as fast as the client reads. */
    record Flood(String text) implements SmtpAct {}

    /** Hangs up. */
    record HangUp() implements SmtpAct {}

    static SmtpAct say(int code, String... lines) {
        return new Say(SmtpReply.of(code, lines));
    }

    static SmtpAct late(Duration delay) {
        return new Late(delay);
    }

    static SmtpAct silent() {
        return new Silent();
    }

    static SmtpAct raw(String bytes) {
        return new Raw(bytes);
    }

    /** Drips one byte a second, without end. */
    static SmtpAct drip(String text) {
        return new Drip(text, Duration.ofSeconds(1));
    }

    static SmtpAct flood(String text) {
        return new Flood(text);
    }

    static SmtpAct hangUp() {
        return new HangUp();
    }
}
