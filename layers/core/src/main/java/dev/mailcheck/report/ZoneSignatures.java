package dev.mailcheck.report;

import dev.mailcheck.check.Judgement;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Security;
import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.SignedZone;
import dev.mailcheck.probe.ValidatedName;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The DNSSEC signatures of the zones that hold the domain and its mail hosts (RFC 4034, section
 * 3.1.5), which end within days or weeks unless the zone is signed anew: whoever validates can then
 * find nothing in it. An answer that leads to a zone elsewhere counts for the zone it was asked of.
 */
final class ZoneSignatures implements OutlookSource {
    @Override
    public Stream<Break> in(Judgement judgement) {
        return judgement.seen().find(DnssecObservation.class).stream()
                .flatMap(seen -> seen.names().stream().flatMap(name -> ending(name, seen)));
    }

    private static Stream<Break> ending(ValidatedName name, DnssecObservation seen) {
        return name.security().state() == Security.State.SECURE
                ? name.security().signedUntil().stream()
                        .map(end -> new Break("RRSIG_EXPIRES", zone(name.name(), seen).text(), end))
                : Stream.empty();
    }

    /** The nearest above the name, of those that were seen. */
    private static DnsName zone(DnsName name, DnssecObservation seen) {
        return seen.zones().stream()
                .map(SignedZone::zone)
                .filter(zone -> zone.contains(name))
                .max(Comparator.comparingInt(DnsName::labels))
                .orElse(name);
    }
}
