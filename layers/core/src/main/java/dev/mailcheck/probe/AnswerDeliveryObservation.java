package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

/**
 * What became of the answer to a test mail, which was handed over on the condition that it travels
 * over TLS: whoever takes it takes mail over TLS. That it was not delivered may have any cause.
 *
 * @param detail what the receiving server said, as the delivering service tells it; may be empty
 */
@Json
public record AnswerDeliveryObservation(Outcome outcome, String detail) implements Observation {
    private static final int LONGEST = 300;

    /** What is known of it. */
    public enum Outcome {
        /** The domain's mail server took it. */
        DELIVERED,
        /** It came back. */
        RETURNED,
        /** Nothing was heard of it in time. */
        NO_NEWS
    }

    public AnswerDeliveryObservation {
        detail = detail.substring(0, Math.min(detail.length(), LONGEST));
    }
}
