package dev.mailcheck.run;

import dev.mailcheck.probe.BimiObservation;
import dev.mailcheck.probe.CaaObservation;
import dev.mailcheck.probe.DaneObservation;
import dev.mailcheck.probe.DkimObservation;
import dev.mailcheck.probe.DmarcObservation;
import dev.mailcheck.probe.DnsblObservation;
import dev.mailcheck.probe.DnssecObservation;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.Ipv6Observation;
import dev.mailcheck.probe.MtaStsObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.Probes;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.ReverseDnsObservation;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SpfObservation;
import dev.mailcheck.probe.TlsRptObservation;
import dev.mailcheck.probe.UriblObservation;
import dev.mailcheck.probe.ZoneObservation;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Probes that run together where a check is split over several processes: a function each on AWS.
 * Together they are the registry; a group needs what it sees itself and what the plan saw.
 */
public enum ProbeGroup {
    /** The mail hosts, which the other groups stand on; the first to run. */
    PLAN(Set.of(MxObservation.class)),
    /** Policies in the DNS, the zone, reverse names. */
    POLICIES(
            Set.of(
                    BimiObservation.class,
                    CaaObservation.class,
                    DkimObservation.class,
                    DmarcObservation.class,
                    Ipv6Observation.class,
                    ReverseDnsObservation.class,
                    SpfObservation.class,
                    TlsRptObservation.class,
                    ZoneObservation.class)),
    /** What has to be validated. */
    DNSSEC(Set.of(DnssecObservation.class, DaneObservation.class, ResolverObservation.class)),
    /** Block lists. */
    DNSBL(Set.of(DnsblObservation.class, UriblObservation.class)),
    /** The policy that is fetched over HTTPS. */
    MTA_STS(Set.of(MtaStsObservation.class)),
    /** STARTTLS and relaying in the same sessions, and the control host: all that needs port 25. */
    SMTP(Set.of(EgressObservation.class, SmtpObservation.class));

    /** Made by {@code Set.of} above, so it never changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Class<? extends Observation>> kinds;

    ProbeGroup(Set<Class<? extends Observation>> kinds) {
        this.kinds = kinds;
    }

    /** What it sees. */
    public Set<Class<? extends Observation>> kinds() {
        return kinds;
    }

    /** As it stands in names: {@code mta-sts}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of the registry that see this. */
    public List<Probe<?>> probes() {
        return Probes.ofDomain().stream()
                .filter(probe -> kinds.contains(probe.observes()))
                .toList();
    }
}
