package dev.mailcheck.arc;

import dev.mailcheck.dkim.Claims;
import dev.mailcheck.dkim.SignedMail;
import dev.mailcheck.dkim.Verdict;

import java.util.List;
import java.util.Optional;

/**
 * A chain whose signatures were looked at (RFC 8617, section 5.2, steps 4 to 7).
 *
 * @param verdicts of its sets, the newest first
 */
record JudgedChain(SignedMail mail, List<SetVerdicts> verdicts) {
    private static final int LONGEST_RESULTS = 4_096;

    ArcResult result() {
        Optional<ArcCause> fault = verdicts.getFirst().faultOfMessageSignature();
        ArcCause cause =
                fault.or(this::faultOfSeals).orElseGet(() -> ArcCause.of(ArcReason.VERIFIED));
        return new ArcResult(
                cause.reason().word(),
                cause.reason(),
                cause.arguments(),
                verdicts.size(),
                fault.isPresent() ? Optional.empty() : Optional.of(oldestPass()),
                verdicts.reversed().stream().map(this::result).toList(),
                mail.lineEndsMended());
    }

    private Optional<ArcCause> faultOfSeals() {
        return verdicts.stream().flatMap(set -> set.faultOfSeal().stream()).findFirst();
    }

    private int oldestPass() {
        int oldest = 0;
        for (SetVerdicts set : verdicts) {
            if (set.messageSignature().filter(Verdict::passes).isEmpty()) {
                return oldest;
            }
            oldest = set.set().instance();
        }
        return 0;
    }

    private ArcSetResult result(SetVerdicts set) {
        Claims claims = set.set().seal().claims();
        return new ArcSetResult(
                set.set().instance(),
                claims.domain(),
                claims.selector(),
                claims.algorithm(),
                capped(set.set().status()),
                capped(SealedResults.of(set.set().results().value()).payload()),
                set.messageSignature().map(verdict -> verdict.cause().reason()),
                Optional.of(set.seal().cause().reason()),
                set.messageSignature().map(Verdict::diagnoses).orElse(List.of()));
    }

    private static String capped(String text) {
        return text.length() <= LONGEST_RESULTS ? text : text.substring(0, LONGEST_RESULTS);
    }
}
