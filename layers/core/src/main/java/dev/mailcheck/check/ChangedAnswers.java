package dev.mailcheck.check;

import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.ZoneView;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.ZoneObservation;

/**
 * Where the resolver puts answers of its own in place of "no such name", and none of the zone's own
 * servers could be heard, nothing that is missing or wrong is known to be the domain's.
 */
final class ChangedAnswers {
    static final String REASON = "RESOLVER_REWRITES";

    private ChangedAnswers() {}

    /** Whether the result says a fault that may be the resolver's. */
    static boolean mayExplain(CheckResult result, Judgement judgement) {
        return result.status() == Status.FAIL
                && judgement
                        .seen()
                        .find(ResolverObservation.class)
                        .filter(resolver -> resolver.kind() == ResolverKind.REWRITES)
                        .isPresent()
                && judgement
                        .seen()
                        .find(ZoneObservation.class)
                        .filter(zone -> zone.view().whose() != ZoneView.Whose.NOT_COMPARED)
                        .isEmpty();
    }
}
