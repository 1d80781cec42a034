package dev.mailcheck.check;

import dev.mailcheck.dane.TlsaRecord;
import dev.mailcheck.probe.DaneObservation;
import dev.mailcheck.probe.Observation;

import java.util.Set;

/** Which of the rules that a domain can publish make senders look at a host's certificate. */
interface SenderRules {
    /** No rule at all. */
    SenderRules NONE = host -> CertificateWeight.OPPORTUNISTIC;

    /** The observations that tell. */
    Set<Class<? extends Observation>> SEEN_IN = Set.of(DaneObservation.class);

    /** What a fault of this mail host's certificate weighs. */
    CertificateWeight weightAt(String host);

    /** What the domain publishes, as far as it was looked for. */
    static SenderRules of(Judgement judgement) {
        return host -> ofDane(DanePolicy.of(judgement.seen(), host));
    }

    /** Where a record names the key itself, that record is enough, whatever the others demand. */
    private static CertificateWeight ofDane(DanePolicy policy) {
        return switch (policy) {
            case DanePolicy.Authenticated authenticated ->
                    authenticated.records().stream()
                                    .anyMatch(record -> record.usage() == TlsaRecord.DANE_EE)
                            ? CertificateWeight.DANE_EE
                            : CertificateWeight.DANE_TA;
            case DanePolicy.Encrypted encrypted -> CertificateWeight.OPPORTUNISTIC;
            case DanePolicy.None none -> CertificateWeight.OPPORTUNISTIC;
            case DanePolicy.Deferred deferred -> CertificateWeight.OPPORTUNISTIC;
            case DanePolicy.NotKnown notKnown -> CertificateWeight.OPPORTUNISTIC;
        };
    }
}
