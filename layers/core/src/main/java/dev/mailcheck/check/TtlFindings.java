package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_TTL_LONG;
import static dev.mailcheck.check.FindingCode.DNS_TTL_SHORT;
import static dev.mailcheck.check.FindingCode.DNS_TTL_SOUND;

import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.probe.NameServerSeen.AddressSeen;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.Function;

/**
 * Item ttl, by what the name servers say themselves: a resolver shows only what is left of a time
 * to live. NS records may live two days, as those of most top-level domains do.
 */
final class TtlFindings {
    private static final long SHORTEST = 300;
    private static final long LONGEST = 86_400;
    private static final long LONGEST_OF_NS = 172_800;

    private final String domain;
    private final ZoneObservation seen;
    private final List<Finding> findings = new ArrayList<>();
    private boolean judged;

    private TtlFindings(String domain, ZoneObservation seen) {
        this.domain = domain;
        this.seen = seen;
    }

    static List<Finding> of(String domain, ZoneObservation seen) {
        TtlFindings item = new TtlFindings(domain, seen);
        item.judge(RecordType.MX, AddressSeen::mx, LONGEST);
        item.judge(RecordType.TXT, AddressSeen::txt, LONGEST);
        item.judge(RecordType.NS, AddressSeen::ns, LONGEST_OF_NS);
        if (item.judged && item.findings.isEmpty()) {
            item.findings.add(Finding.of(DNS_TTL_SOUND, domain));
        }
        return item.findings;
    }

    private void judge(
            RecordType type, Function<AddressSeen, Optional<ServerAnswer>> said, long longest) {
        LongSummaryStatistics ttl =
                seen.servers().stream()
                        .flatMap(server -> server.asked().stream())
                        .flatMap(address -> said.apply(address).stream())
                        .filter(ServerAnswer::hasAuthority)
                        .flatMap(answer -> answer.answer().records().stream())
                        .mapToLong(DnsRecord::ttl)
                        .summaryStatistics();
        judged |= ttl.getCount() > 0;
        if (ttl.getCount() > 0 && ttl.getMin() < SHORTEST) {
            findings.add(finding(DNS_TTL_SHORT, type, ttl.getMin()));
        } else if (ttl.getCount() > 0 && ttl.getMax() > longest) {
            findings.add(finding(DNS_TTL_LONG, type, ttl.getMax()));
        }
    }

    private Finding finding(FindingCode code, RecordType type, long ttl) {
        return Finding.of(code, domain, "type", type.name(), "ttl", Long.toString(ttl));
    }
}
