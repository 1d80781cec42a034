package dev.mailcheck.check;

import dev.mailcheck.check.RelayForms.Outcome;
import dev.mailcheck.probe.RelayAttempt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a mail server relays for strangers, as far as one of its addresses showed. */
sealed interface RelayVerdict {
    /**
     * It takes mail to others from others.
     *
     * @param outright taken as what they are
     * @param disguised taken as if they were mailboxes, which they cannot be
     */
    record Relays(List<RelayAttempt> outright, List<RelayAttempt> disguised)
            implements RelayVerdict {}

    /**
     * It refuses to.
     *
     * @param excused taken by a host that takes any name
     * @param notKnown asked, and neither refused nor taken
     */
    record Refuses(List<RelayAttempt> excused, List<RelayAttempt> notKnown)
            implements RelayVerdict {}

    /** It cannot be said; the reason is a key of the reason words. */
    record NotKnown(String reason) implements RelayVerdict {}

    /**
     * By the replies alone.
     *
     * @param inside why acceptances prove nothing: we are no strangers there
     */
    static RelayVerdict of(RelayForms forms, Optional<String> inside) {
        List<RelayAttempt> outright = forms.with(Outcome.RELAYED);
        List<RelayAttempt> disguised = forms.with(Outcome.TAKEN_APART);
        if (!outright.isEmpty() || !disguised.isEmpty()) {
            return inside.<RelayVerdict>map(NotKnown::new)
                    .orElseGet(() -> new Relays(outright, disguised));
        }
        if (!forms.controlHolds()) {
            return new NotKnown(forms.controlReason());
        }
        return forms.doubt()
                .<RelayVerdict>map(NotKnown::new)
                .orElseGet(() ->
                        new Refuses(forms.with(Outcome.EXCUSED), forms.with(Outcome.NOT_KNOWN)));
    }

    /** All that was taken, the plainest first. */
    static List<RelayAttempt> taken(Relays verdict) {
        return Stream.concat(verdict.outright().stream(), verdict.disguised().stream()).toList();
    }
}
