package dev.mailcheck.functions;

import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ProbeFailure;
import dev.mailcheck.run.GroupSeen;
import dev.mailcheck.run.ProbeGroup;

import java.util.ArrayList;
import java.util.List;

/** Holds an answer against the group that gave it. */
final class GroupEvidence {
    private GroupEvidence() {}

    /** Exactly one observation or failure of each kind of the group, and nothing else. */
    static GroupSeen only(ProbeGroup group, GroupSeen seen) {
        List<Observation> kept = new ArrayList<>();
        for (Class<? extends Observation> kind : group.kinds()) {
            kept.add(
                    seen.observations()
                            .find(kind)
                            .map(Observation.class::cast)
                            .orElseGet(() -> failure(kind, seen.observations())));
        }
        return new GroupSeen(
                new Observations(kept), seen.view(), seen.ehlo(), seen.elapsedMillis());
    }

    private static ProbeFailure failure(Class<? extends Observation> kind, Observations seen) {
        return seen.failure(kind)
                .orElseGet(() ->
                        new ProbeFailure(kind.getSimpleName(), "INTERNAL_ERROR", "no answer"));
    }
}
