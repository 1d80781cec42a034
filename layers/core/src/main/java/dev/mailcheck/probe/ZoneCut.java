package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the zone that holds a name: the nearest name above it, or itself, with a SOA record (RFC
 * 1034, section 4.2). A question that fails on the way up leaves the zone unknown.
 */
final class ZoneCut {
    private static final int MAX_LEVELS = 6;

    private final Dns dns;
    private final Map<DnsName, Lookup> soa = new LinkedHashMap<>();

    private ZoneCut(Dns dns) {
        this.dns = dns;
    }

    /** Sends the questions for all names on the way up. */
    static ZoneCut begin(Dns dns, DnsName name) {
        ZoneCut cut = new ZoneCut(dns);
        DnsName at = name;
        for (int level = 0; level < MAX_LEVELS && !at.isRoot(); level++) {
            cut.soa.put(at, dns.ask(at, RecordType.SOA));
            at = at.parent();
        }
        return cut;
    }

    Optional<DnsName> zone() {
        for (Map.Entry<DnsName, Lookup> level : soa.entrySet()) {
            switch (level.getValue().answer()) {
                case DnsAnswer.Found found when found.aliases().isEmpty() -> {
                    return Optional.of(level.getKey());
                }
                case DnsAnswer.Failed failed -> {
                    return Optional.empty();
                }
                case DnsAnswer.Found alias -> {}
                case DnsAnswer.Absent absent -> {}
            }
        }
        return Optional.empty();
    }

    DnsAnswer soa(DnsName zone) {
        Lookup asked = soa.get(zone);
        return asked == null ? dns.get(zone, RecordType.SOA) : asked.answer();
    }
}
