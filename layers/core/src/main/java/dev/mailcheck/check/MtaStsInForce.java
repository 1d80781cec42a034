package dev.mailcheck.check;

import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsPolicy.Mode;
import dev.mailcheck.probe.MtaStsObservation;

import java.util.Optional;

/**
 * What MTA-STS has senders do at the domain's mail hosts today (RFC 8461, section 5). The one
 * answer for all checks that weigh a fault by it. A policy that a sender fetched earlier, and still
 * keeps, is not seen from outside. A check that asks names {@link MtaStsObservation} in {@link
 * Check#considers}.
 */
public sealed interface MtaStsInForce {
    /** No policy, one that senders cannot use, or one with mode none. */
    record Nothing() implements MtaStsInForce {}

    /** A policy with mode enforce or testing. */
    record Policy(MtaStsPolicy.Valid policy) implements MtaStsInForce {}

    /** The reason is a key of the reason words. */
    record NotKnown(String reason) implements MtaStsInForce {}

    static MtaStsInForce of(Judgement judgement) {
        Optional<MtaStsObservation> seen = judgement.seen().find(MtaStsObservation.class);
        return seen.map(observation -> of(observation, judgement))
                .orElseGet(() ->
                        new NotKnown(judgement.seen().missingBecause(MtaStsObservation.class)));
    }

    private static MtaStsInForce of(MtaStsObservation seen, Judgement judgement) {
        return switch (StsRecord.of(seen.records())) {
            case StsRecord.Absent absent -> new Nothing();
            case StsRecord.Malformed malformed -> new Nothing();
            case StsRecord.Several several -> new Nothing();
            case StsRecord.NotKnown(String reason) -> new NotKnown(reason);
            case StsRecord.Valid valid -> of(StsPolicy.of(seen, judgement));
        };
    }

    private static MtaStsInForce of(StsPolicy fetched) {
        return switch (fetched) {
            case StsPolicy.Unusable unusable -> new Nothing();
            case StsPolicy.NotKnown(String reason) -> new NotKnown(reason);
            case StsPolicy.Usable usable ->
                    usable.policy().mode() == Mode.NONE
                            ? new Nothing()
                            : new Policy(usable.policy());
        };
    }

    /** True where senders deliver to no mail host that does not meet the policy. */
    default boolean enforces() {
        return this instanceof Policy(MtaStsPolicy.Valid policy) && policy.mode() == Mode.ENFORCE;
    }

    /** True where this host is one that senders deliver to only with a good certificate. */
    default boolean enforcesAt(String host) {
        return enforces()
                && this instanceof Policy(MtaStsPolicy.Valid policy)
                && policy.matches(host);
    }
}
