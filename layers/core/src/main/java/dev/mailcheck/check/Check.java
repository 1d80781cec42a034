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

    CheckResult judge(Judgement judgement);
}
