package dev.mailcheck.run;

import dev.mailcheck.dns.ZoneView;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.ProbeFailure;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one group of probes saw.
 *
 * @param view whose word on the zone is taken; the plan decides it for all groups
 * @param ehlo the name given at mail servers, where the group gave another than it was told
 * @param elapsedMillis for each observation's simple name, how long its probe took
 */
@Json
public record GroupSeen(
        Observations observations,
        Optional<ZoneView> view,
        Optional<String> ehlo,
        Map<String, Long> elapsedMillis) {
    public GroupSeen {
        elapsedMillis = Map.copyOf(elapsedMillis);
    }

    /** A group that came to nothing: each of its probes failed for this reason. */
    public static GroupSeen failed(ProbeGroup group, String reason, String detail) {
        List<Observation> failures =
                group.kinds().stream()
                        .map(Class::getSimpleName)
                        .sorted()
                        .map(kind -> (Observation) new ProbeFailure(kind, reason, detail))
                        .toList();
        return new GroupSeen(
                new Observations(failures), Optional.empty(), Optional.empty(), Map.of());
    }

    /** The mail hosts that were seen, for whoever compares two plans; empty if none were. */
    public Optional<MxObservation> mailHosts() {
        return observations.find(MxObservation.class);
    }
}
