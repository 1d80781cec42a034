package dev.mailcheck.probe;

import dev.mailcheck.message.Authors;
import dev.mailcheck.message.Oddity;
import dev.mailcheck.message.TooComplex;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What a received mail is, who it says it is from, and how it came.
 *
 * @param tooComplex the limit that the mail passes, so that it was not looked at any further
 * @param bytes its size
 * @param authors empty where the mail was not looked at
 * @param forwardSigns what shows that it did not come straight from its sender
 */
@Json
public record MailObservation(
        Optional<TooComplex.Limit> tooComplex,
        int bytes,
        List<Oddity> oddities,
        EnvelopeSeen envelope,
        Optional<Authors> authors,
        List<ForwardSign> forwardSigns)
        implements Observation {
    public MailObservation {
        oddities = List.copyOf(oddities);
        forwardSigns = List.copyOf(forwardSigns);
    }

    /** Whether it shows that it was forwarded, or sent through a mailing list. */
    public boolean looksForwarded() {
        return !forwardSigns.isEmpty();
    }
}
