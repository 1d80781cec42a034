package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the domain's mail hosts and their addresses as a sender does (RFC 5321, section 5.1): MX,
 * else the domain's own addresses, unless a null MX says that no mail is taken (RFC 7505, section
 * 3). It connects to none of them.
 */
public final class MxProbe implements Probe<MxObservation> {
    @Override
    public Class<MxObservation> observes() {
        return MxObservation.class;
    }

    @Override
    public MxObservation observe(Target target, Observations before, Doors doors) {
        DnsName domain = target.domain().dnsName();
        DnsAnswer mx = doors.dns().get(domain, RecordType.MX);
        List<MxRecord> records = MxRecord.of(mx);
        boolean implicit = isImplicit(mx);
        MxHosts hosts = new MxHosts(new Publicness(target, doors));
        look(doors.dns(), named(domain, mx), hosts);
        boolean nullMx = records.size() == 1 && records.getFirst().isNull();
        return new MxObservation(mx, nullMx, implicit, hosts.hosts(), hosts.leftOut());
    }

    private static boolean isImplicit(DnsAnswer mx) {
        return mx instanceof DnsAnswer.Absent && !mx.nameMissing();
    }

    /** The hosts that an MX answer makes a sender go to, each once; best first. */
    static List<MxRecord> named(DnsName domain, DnsAnswer mx) {
        return isImplicit(mx) ? List.of(new MxRecord(0, domain.text())) : distinct(MxRecord.of(mx));
    }

    /** Sends all questions, then waits. */
    private static void look(Dns dns, List<MxRecord> distinct, MxHosts hosts) {
        List<Asked> asked =
                distinct.stream().limit(MxHosts.MAX_HOSTS).map(mx -> Asked.of(dns, mx)).toList();
        distinct.stream().skip(MxHosts.MAX_HOSTS).forEach(hosts::leaveOut);
        asked.forEach(host -> hosts.add(host.mx(), host.a().answer(), host.aaaa().answer()));
    }

    /** Each host once, with its best preference. */
    private static List<MxRecord> distinct(List<MxRecord> named) {
        Map<String, MxRecord> byName = new LinkedHashMap<>();
        named.stream()
                .filter(mx -> !mx.isNull())
                .forEach(mx -> byName.putIfAbsent(mx.exchange(), mx));
        return new ArrayList<>(byName.values());
    }

    private record Asked(MxRecord mx, Lookup a, Lookup aaaa) {
        static Asked of(Dns dns, MxRecord mx) {
            Optional<DnsName> name = mx.host();
            return new Asked(
                    mx,
                    Question.ask(dns, name, RecordType.A),
                    Question.ask(dns, name, RecordType.AAAA));
        }
    }
}
