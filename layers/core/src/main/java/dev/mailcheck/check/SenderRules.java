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
     * What the domain publishes, as far as it was looked for. Where there are both rules, that of
     * MTA-STS tells: it asks for more, and there are senders that know no other. What is not known
     * adds no weight.
     */
    static SenderRules of(Judgement judgement) {
        MtaStsInForce mtaSts = MtaStsInForce.of(judgement);
        return host ->
                mtaSts.enforcesAt(host)
                        ? CertificateWeight.MTA_STS
                        : byDane(DanePolicy.of(judgement.seen(), host));
    }

    private static CertificateWeight byDane(DanePolicy policy) {
        return policy instanceof DanePolicy.Authenticated authenticated
                ? pinned(authenticated)
                : CertificateWeight.OPPORTUNISTIC;
    }

    /** A key that is named beside an authority is enough to whoever finds it. */
    private static CertificateWeight pinned(DanePolicy.Authenticated policy) {
        return policy.records().stream().anyMatch(r -> r.usage() == TlsaRecord.DANE_EE)
                ? CertificateWeight.DANE_EE
                : CertificateWeight.DANE_TA;
    }
}
