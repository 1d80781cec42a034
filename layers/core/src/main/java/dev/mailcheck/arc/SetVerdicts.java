package dev.mailcheck.arc;

import dev.mailcheck.dkim.DkimCause;
import dev.mailcheck.dkim.DkimReason;
import dev.mailcheck.dkim.Verdict;

import java.util.Optional;

/**
 * A set with what came of its signatures.
 *
 * @param messageSignature empty: not looked at
 */
record SetVerdicts(ArcSet set, Optional<Verdict> messageSignature, Verdict seal) {

    Optional<ArcCause> faultOfMessageSignature() {
        return messageSignature.flatMap(v -> fault(v, ArcReason.MESSAGE_SIGNATURE_FAILED));
    }

    Optional<ArcCause> faultOfSeal() {
        return fault(seal, ArcReason.SEAL_FAILED);
    }

    private Optional<ArcCause> fault(Verdict verdict, ArcReason reason) {
        DkimCause cause = verdict.cause();
        if (verdict.passes()) {
            return Optional.empty();
        }
        ArcCause fault =
                cause.reason() == DkimReason.KEY_NOT_KNOWN
                        ? ArcCause.of(ArcReason.KEY_NOT_KNOWN)
                                .with("dns", cause.arguments().getOrDefault("dns", ""))
                        : ArcCause.of(reason).with("why", cause.reason().name());
        return Optional.of(fault.at(set.instance()));
    }
}
