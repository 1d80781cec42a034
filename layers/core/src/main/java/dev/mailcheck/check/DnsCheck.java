package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_ALIAS;
import static dev.mailcheck.check.FindingCode.DNS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNS_NO_ALIAS;
import static dev.mailcheck.check.FindingCode.DNS_PART_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNS_ZONE_ABOVE;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.DmarcObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.ResolverObservation;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the zone that holds the domain is served well: enough name servers that agree, sound
 * times, no surprises at the domain's name or below it; and whether a domain without mail says so
 * everywhere. A subdomain without a zone of its own is judged by the zone above it.
 */
public final class DnsCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.DNS;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(ZoneObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(DmarcObservation.class, MxObservation.class, ResolverObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        ZoneObservation seen = judgement.seen().get(ZoneObservation.class);
        return CheckResult.of(id(), findings(judgement, seen), Map.of("zone", seen));
    }

    private static List<Finding> findings(Judgement judgement, ZoneObservation seen) {
        String domain = judgement.domain();
        if (DomainExistence.isMissing(seen)) {
            return List.of(MissingName.finding(judgement));
        }
        return nothingKnown(seen)
                .map(reason -> List.of(Finding.of(DNS_NOT_KNOWN, domain, "reason", reason)))
                .orElseGet(() -> all(judgement, seen));
    }

    /** Why nothing at all could be seen. */
    private static Optional<String> nothingKnown(ZoneObservation seen) {
        List<DnsAnswer> answers =
                List.of(seen.soa(), seen.nameServers(), seen.mx(), seen.txt(), seen.alias());
        return seen.servers().isEmpty() && answers.stream().allMatch(DnsAnswer::failed)
                ? seen.soa().failure().map(Enum::name)
                : Optional.empty();
    }

    private static List<Finding> all(Judgement judgement, ZoneObservation seen) {
        String domain = judgement.domain();
        String zone = seen.zone().map(DnsName::text).orElse(domain);
        List<Finding> findings = new ArrayList<>();
        if (!zone.equals(domain)) {
            findings.add(Finding.of(DNS_ZONE_ABOVE, domain, "zone", zone));
        }
        findings.addAll(ResolverFindings.of(domain, seen.view()));
        findings.addAll(NameServerFindings.of(zone, seen));
        findings.addAll(ServerAnswerFindings.of(zone, seen));
        findings.addAll(SoaFindings.of(zone, seen.soa()));
        findings.addAll(TtlFindings.of(domain, seen));
        findings.addAll(WildcardFindings.of(domain, seen.wildcard()));
        findings.add(alias(domain, seen.alias()));
        findings.addAll(ParkedFindings.of(judgement, seen));
        return findings;
    }

    private static Finding alias(String domain, DnsAnswer alias) {
        return switch (alias) {
            case DnsAnswer.Found found ->
                    Finding.of(DNS_ALIAS, domain, "target", found.data().getFirst());
            case DnsAnswer.Absent absent -> Finding.of(DNS_NO_ALIAS, domain);
            case DnsAnswer.Failed failed -> notKnown(domain, "CNAME", failed.reason().name());
        };
    }

    /** One item could not be seen beside others that were. */
    static Finding notKnown(String subject, String part, String reason) {
        return Finding.of(DNS_PART_NOT_KNOWN, subject, "part", part, "reason", reason);
    }

    static Stream<Finding> notKnown(String subject, String part, DnsAnswer answer) {
        return answer.failure().map(reason -> notKnown(subject, part, reason.name())).stream();
    }
}
