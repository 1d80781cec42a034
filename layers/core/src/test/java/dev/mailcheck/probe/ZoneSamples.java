package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.ZoneView;

import java.util.List;
import java.util.Optional;

/** What a look at a zone found, for tests of what follows from it. */
public final class ZoneSamples {
    private ZoneSamples() {}

    /** A zone that has this one answer to everything. */
    public static ZoneObservation answering(DnsAnswer answer, ZoneView.Whose whose) {
        return new ZoneObservation(
                new ZoneView(whose, "", Optional.empty(), List.of()),
                Optional.empty(),
                answer,
                answer,
                answer,
                answer,
                answer,
                List.of(),
                List.of(),
                new ZoneObservation.Wildcard(Optional.empty(), answer, answer, answer, answer));
    }
}
