package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.net.IpLiteral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks up what the relay probe must know before it asks anybody: whether the domain wants it, and
 * whether the probe's own domain can stand for a stranger's. Without an answer on the first nobody
 * is asked.
 */
final class RelayPlanning {
    private static final int MOST_HOSTS = 5;

    private final Domain domain;
    private final CheckOptions options;
    private final Doors doors;

    RelayPlanning(Target target, Doors doors) {
        this.domain = target.domain();
        this.options = target.options();
        this.doors = doors;
    }

    RelayPlan plan() {
        return switch (options.relayProbe()) {
            case OFF -> RelayPlan.none("SWITCHED_OFF");
            case CONTROL_NOT_PROVEN -> RelayPlan.none("CONTROL_NOT_PROVEN");
            case ON -> lookUp();
        };
    }

    private RelayPlan lookUp() {
        Lookup optOut = ask(DnsName.parse("_mailcheck." + domain), RecordType.TXT);
        Optional<DnsName> name = probeDomain();
        Optional<Lookup> mx = name.map(n -> doors.dns().ask(n, RecordType.MX));
        return plan(name.map(DnsName::text).orElse(""), optOut.answer(), mx.map(Lookup::answer));
    }

    /** Nothing where we have no name but an address. */
    private Optional<DnsName> probeDomain() {
        String named = options.probeDomain().orElse(options.ehlo());
        return DnsName.parse(named)
                .filter(name -> name.labels() > 1)
                .filter(name -> IpLiteral.parse(named).isEmpty());
    }

    private Lookup ask(Optional<DnsName> name, RecordType type) {
        return Question.ask(doors.dns(), name, type);
    }

    private RelayPlan plan(String probeDomain, DnsAnswer optOut, Optional<DnsAnswer> mx) {
        List<MxRecord> hosts =
                mx.map(MxRecord::of).orElse(List.of()).stream().filter(m -> !m.isNull()).toList();
        Optional<String> obstacle =
                obstacle(optOut).or(() -> obstacle(probeDomain, mx, hosts.isEmpty()));
        return new RelayPlan(
                obstacle,
                probeDomain,
                "mailcheck-" + Long.toHexString(doors.random().nextLong()),
                Optional.of(optOut),
                mx,
                obstacle.isPresent() ? List.of() : namesAndAddresses(hosts));
    }

    private static Optional<String> obstacle(DnsAnswer optOut) {
        return switch (optOut) {
            case DnsAnswer.Failed failed -> Optional.of("OPT_OUT_NOT_KNOWN");
            case DnsAnswer.Absent absent -> Optional.empty();
            case DnsAnswer.Found found ->
                    OptOut.isSaid(found.data()) ? Optional.of("OPTED_OUT") : Optional.empty();
        };
    }

    private Optional<String> obstacle(
            String probeDomain, Optional<DnsAnswer> mx, boolean withoutHosts) {
        if (mx.isEmpty()) {
            return Optional.of("NO_PROBE_DOMAIN");
        }
        if (isRelated(probeDomain, domain.name())) {
            return Optional.of("PROBE_DOMAIN_NOT_FOREIGN");
        }
        if (mx.get().failed()) {
            return Optional.of("PROBE_DOMAIN_NOT_KNOWN");
        }
        return withoutHosts ? Optional.of("PROBE_DOMAIN_WITHOUT_MX") : Optional.empty();
    }

    /** Many servers take mail for the names below a domain too, and some for those above. */
    private static boolean isRelated(String one, String other) {
        return ("." + one).endsWith("." + other) || ("." + other).endsWith("." + one);
    }

    private List<String> namesAndAddresses(List<MxRecord> hosts) {
        List<Lookup> asked = new ArrayList<>();
        for (MxRecord host : hosts.stream().limit(MOST_HOSTS).toList()) {
            asked.add(ask(host.host(), RecordType.A));
            asked.add(ask(host.host(), RecordType.AAAA));
        }
        return Stream.concat(
                        hosts.stream().map(MxRecord::exchange),
                        asked.stream().flatMap(lookup -> lookup.answer().data().stream()))
                .toList();
    }
}
