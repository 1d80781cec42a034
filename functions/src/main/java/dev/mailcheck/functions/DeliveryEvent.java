package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What EventBridge brings to the function for news of answers: what became of one, as SES tells it;
 * the wish of a run to be told; or news taken out of the queue of those that could not be
 * delivered.
 *
 * @param run with a token: the run wants to be woken when its second mail comes
 */
@Json
public record DeliveryEvent(
        @Nullable String run,
        @Nullable String token,
        @Nullable Detail detail,
        @Json.Property("Records") @Nullable List<Message> records) {
    /** A message of a queue. */
    @Json
    public record Message(String body) {}

    /**
     * The event of SES.
     *
     * @param eventType Send, Delivery, Bounce, Reject, DeliveryDelay …
     */
    @Json
    public record Detail(
            String eventType, Mail mail, @Nullable Delivery delivery, @Nullable Bounce bounce) {}

    /**
     * The mail that we sent.
     *
     * @param tags those that we gave it, and some of SES
     */
    @Json
    public record Mail(@Nullable Map<String, List<String>> tags) {
        /** The first value of this tag; empty text where there is none. */
        String tag(String name) {
            return tags == null
                    ? ""
                    : tags.getOrDefault(name, List.of()).stream().findFirst().orElse("");
        }
    }

    /** That a server took it. */
    @Json
    public record Delivery(@Nullable String smtpResponse) {}

    /** That it came back. */
    @Json
    public record Bounce(@Nullable List<Recipient> bouncedRecipients) {}

    /** Of whom. */
    @Json
    public record Recipient(@Nullable String diagnosticCode) {}

    /** What the receiving server said, as far as SES tells. */
    static String said(Detail detail) {
        if (detail.delivery() != null && detail.delivery().smtpResponse() != null) {
            return detail.delivery().smtpResponse();
        }
        if (detail.bounce() == null || detail.bounce().bouncedRecipients() == null) {
            return "";
        }
        return detail.bounce().bouncedRecipients().stream()
                .map(recipient -> recipient.diagnosticCode())
                .filter(code -> code != null)
                .findFirst()
                .orElse("");
    }
}
