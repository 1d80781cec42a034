package dev.mailcheck.check;

import dev.mailcheck.probe.Observation;

import java.util.Set;

/**
 * Judges what was seen: a pure function, without network, clock or words. Where an observation it
 * needs is missing, {@link Checks} answers in its stead with the check's NOT_KNOWN code.
 */
public interface Check {
    CheckId id();

    Set<Class<? extends Observation>> needs();

    /**
     * Observations that are taken into account where they are there, and whose absence changes no
     * more than what they would add. Live progress waits for them too.
     */
    default Set<Class<? extends Observation>> considers() {
        return Set.of();
    }

    CheckResult judge(Judgement judgement);
}
