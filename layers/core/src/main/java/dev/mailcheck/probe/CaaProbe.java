package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.probe.CaaObservation.HostCaa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks up the CAA records of each mail host, climbing the tree as authorities do (RFC 8659,
 * section 3).
 */
public final class CaaProbe implements Probe<CaaObservation> {
    /** The host and five names above it: no mail host lies deeper, and questions are few. */
    private static final int MAX_CLIMB = 6;

    private static final DnsAnswer NO_RECORDS = new DnsAnswer.Absent(false, List.of());

    @Override
    public Class<CaaObservation> observes() {
        return CaaObservation.class;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class);
    }

    @Override
    public CaaObservation observe(Target target, Observations before, Doors doors) {
        List<Climb> climbs =
                before.get(MxObservation.class).hosts().stream()
                        .filter(host -> !host.literal())
                        .flatMap(host -> DnsName.parse(host.name()).stream())
                        .distinct()
                        .map(host -> Climb.begin(host, doors.dns()))
                        .toList();
        return new CaaObservation(climbs.stream().map(Climb::result).toList());
    }

    /** The questions about one host and the names above it, all asked before the first answer. */
    private record Climb(DnsName host, Map<DnsName, Lookup> questions) {
        static Climb begin(DnsName host, Dns dns) {
            Map<DnsName, Lookup> questions = new LinkedHashMap<>();
            Stream.iterate(host, name -> !name.isRoot(), DnsName::parent)
                    .limit(MAX_CLIMB)
                    .forEach(name -> questions.put(name, dns.ask(name, RecordType.CAA)));
            return new Climb(host, questions);
        }

        /** The nearest name that has records, or where that is not known. */
        HostCaa result() {
            HostCaa seen = new HostCaa(host.text(), host.text(), NO_RECORDS);
            for (Map.Entry<DnsName, Lookup> question : questions.entrySet()) {
                seen =
                        new HostCaa(
                                host.text(),
                                question.getKey().text(),
                                question.getValue().answer());
                if (!(seen.records() instanceof DnsAnswer.Absent)) {
                    return seen;
                }
            }
            return seen;
        }
    }
}
