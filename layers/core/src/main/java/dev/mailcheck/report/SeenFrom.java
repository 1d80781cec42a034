package dev.mailcheck.report;

import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.report.Report.VantageView;

import java.util.HashSet;
import java.util.Set;

/**
 * From where a check looked: the one place that knows which observations tell about our own side.
 */
final class SeenFrom {
    private final Seen seen;

    SeenFrom(Seen seen) {
        this.seen = seen;
    }

    /** "unknown" where nothing was tried. */
    VantageView vantage() {
        return new VantageView("unknown", false, resolver(), seen.target().options().ehlo());
    }

    private String resolver() {
        return seen.observations()
                .find(ResolverObservation.class)
                .map(ResolverObservation::kind)
                .orElse(ResolverKind.UNKNOWN)
                .word();
    }

    /** An EHLO name may be an address literal (RFC 5321, section 4.1.3). */
    Own own() {
        String ehlo = seen.target().options().ehlo();
        String literal = ehlo.replaceAll("^\\[(?:IPv6:)?|]$", "");
        return new Own(Set.of(literal), Set.of(ehlo));
    }

    /** What the domain publishes of its mail hosts; that is not ours to hide. */
    Set<String> published() {
        Set<String> published = new HashSet<>();
        published.add(seen.target().domain().name());
        seen.observations()
                .find(MxObservation.class)
                .ifPresent(mx -> {
                    for (MxHost host : mx.hosts()) {
                        published.add(host.name());
                        published.addAll(host.addresses());
                    }
                });
        return published;
    }
}
