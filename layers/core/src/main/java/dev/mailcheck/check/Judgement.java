package dev.mailcheck.check;

import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Target;

import java.time.Instant;

/**
 * What a check judges by.
 *
 * @param at the time to judge by, for certificates and signatures
 */
public record Judgement(Target target, Observations seen, Instant at) {
    /** The domain that is checked, or the mail's author domain; empty text where it has none. */
    public String domain() {
        return target.name();
    }
}
