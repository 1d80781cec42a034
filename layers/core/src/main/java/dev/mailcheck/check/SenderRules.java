package dev.mailcheck.check;

import dev.mailcheck.dane.TlsaRecord;
import dev.mailcheck.probe.DaneObservation;
import dev.mailcheck.probe.MtaStsObservation;
import dev.mailcheck.probe.Observation;

import java.util.Set;

/** Which of the rules that a domain can publish make senders look at a host's certificate. */
interface SenderRules {
    /** The observations that tell. */
    Set<Class<? extends Observation>> SEEN_IN =
            Set.of(MtaStsObservation.class, DaneObservation.class);

    /** What a fault of this mail host's certificate weighs. */
    CertificateWeight weightAt(String host);

    /**
     * What the domain publishes, as far as it was looked for. Where both are published, senders
     * that know MTA-STS only are the ones that look at everything.
     */
    static SenderRules of(Judgement judgement) {
        MtaStsInForce mtaSts = MtaStsInForce.of(judgement);
        return host ->
                mtaSts.enforcesAt(host)
                        ? CertificateWeight.MTA_STS
                        : byDane(DanePolicy.of(judgement.seen(), host));
    }

    /** One record that fits is enough, and a record of the key itself asks for nothing else. */
    private static CertificateWeight byDane(DanePolicy policy) {
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
