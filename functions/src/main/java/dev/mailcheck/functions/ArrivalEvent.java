package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * That SES took mails in, as its Lambda action tells it; or such news taken out of the queue of
 * those that could not be delivered.
 */
@Json
public record ArrivalEvent(@Json.Property("Records") List<Entry> records) {
    /**
     * One mail, or one message of a queue.
     *
     * @param body of a message: an event again
     */
    @Json
    public record Entry(@Nullable Ses ses, @Nullable String body) {}

    /** What SES knows of a mail. */
    @Json
    public record Ses(Mail mail, Receipt receipt) {}

    /**
     * The mail.
     *
     * @param messageId SES's own id, under which the mail stands in the bucket
     * @param source the reverse-path; absent or empty: the null sender
     */
    @Json
    public record Mail(String messageId, @Nullable String source) {}

    /**
     * How it was received.
     *
     * @param recipients those of the envelope that the rule is about
     */
    @Json
    public record Receipt(List<String> recipients) {}
}
