package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * How all that senders and receivers of the domain's mail ask of the DNS validates from the root's
 * trust anchor.
 *
 * @param names each question and how secure its answer is
 * @param zones those that hold the domain and its mail hosts, the domain's first
 */
@Json
public record DnssecObservation(List<ValidatedName> names, List<SignedZone> zones)
        implements Observation {
    public DnssecObservation {
        names = List.copyOf(names);
        zones = List.copyOf(zones);
    }

    /** The questions of one purpose. */
    public List<ValidatedName> names(ValidatedName.Use use) {
        return names.stream().filter(name -> name.use() == use).toList();
    }
}
