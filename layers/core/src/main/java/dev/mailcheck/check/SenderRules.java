package dev.mailcheck.check;

import dev.mailcheck.probe.Observation;

import java.util.Set;

/** Which of the rules that a domain can publish make senders look at a host's certificate. */
interface SenderRules {
    /** No rule at all. */
    SenderRules NONE = host -> CertificateWeight.OPPORTUNISTIC;

    /** The observations that tell. */
    Set<Class<? extends Observation>> SEEN_IN = Set.of();

    /** What a fault of this mail host's certificate weighs. */
    CertificateWeight weightAt(String host);

    /** What the domain publishes, as far as it was looked for. */
    static SenderRules of(Judgement judgement) {
        return NONE;
    }
}
