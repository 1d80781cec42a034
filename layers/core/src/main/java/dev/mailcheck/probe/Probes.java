package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;

import java.util.List;
import java.util.Optional;

/**
 * The registry of probes: the laptop runs them on its executor, the state machine one Lambda each.
 */
public final class Probes {
    private Probes() {}

    /** Those of a domain check, in no order: each starts as soon as what it needs stands. */
    public static List<Probe<?>> ofDomain() {
        return List.of(
                new BimiProbe(),
                new CaaProbe(),
                new DaneProbe(),
                new DkimProbe(),
                new DmarcProbe(),
                new DnssecProbe(),
                new DnsblProbe(),
                new EgressProbe(),
                new Ipv6Probe(),
                new MtaStsProbe(),
                new MxProbe(),
                new ResolverProbe(),
                new ReverseDnsProbe(),
                new SmtpProbe(),
                new SpfProbe(),
                new TlsRptProbe(),
                new UriblProbe(),
                new ZoneProbe());
    }

    /** The TXT records at a name; a name too long to exist has none. */
    static DnsAnswer txt(Doors doors, Optional<DnsName> name) {
        return name.map(n -> doors.dns().get(n, RecordType.TXT))
                .orElseGet(() -> new DnsAnswer.Absent(false, List.of()));
    }
}
