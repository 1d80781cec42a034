package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_SOA_EXPIRES_EARLY;
import static dev.mailcheck.check.FindingCode.DNS_SOA_NEGATIVE_TTL_LONG;
import static dev.mailcheck.check.FindingCode.DNS_SOA_RETRY_ABOVE_REFRESH;
import static dev.mailcheck.check.FindingCode.DNS_SOA_SOUND;

import dev.mailcheck.dns.DnsAnswer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Item soa: the times in the SOA record make sense together (RFC 1912, section 2.2). */
final class SoaFindings {
    private static final Pattern SOA = Pattern.compile("\\S+ \\S+( \\d{1,10}){5}");
    private static final int FIRST_NUMBER = 2;

    /** A week: a primary server may be down over holidays. */
    private static final long SHORTEST_EXPIRE = 604_800;

    private static final long LONGEST_NEGATIVE_TTL = 86_400;

    private SoaFindings() {}

    static List<Finding> of(String zone, DnsAnswer soa) {
        return switch (soa) {
            case DnsAnswer.Found found -> judge(zone, found.data().getFirst());
            case DnsAnswer.Absent absent -> List.of();
            case DnsAnswer.Failed failed ->
                    List.of(DnsCheck.notKnown(zone, "SOA", failed.reason().name()));
        };
    }

    private static List<Finding> judge(String zone, String data) {
        if (!SOA.matcher(data).matches()) {
            return List.of(DnsCheck.notKnown(zone, "SOA", "MALFORMED"));
        }
        List<Long> numbers =
                Arrays.stream(data.split(" ")).skip(FIRST_NUMBER).map(Long::valueOf).toList();
        List<Finding> findings =
                times(zone, numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
        return findings.isEmpty()
                ? List.of(Finding.of(DNS_SOA_SOUND, zone, "soa", data))
                : findings;
    }

    private static List<Finding> times(
            String zone, long refresh, long retry, long expire, long minimum) {
        List<Finding> findings = new ArrayList<>();
        if (retry > refresh) {
            findings.add(
                    Finding.of(
                            DNS_SOA_RETRY_ABOVE_REFRESH,
                            zone,
                            "retry",
                            Long.toString(retry),
                            "refresh",
                            Long.toString(refresh)));
        }
        if (expire < Math.max(SHORTEST_EXPIRE, refresh + retry)) {
            findings.add(Finding.of(DNS_SOA_EXPIRES_EARLY, zone, "expire", Long.toString(expire)));
        }
        if (minimum > LONGEST_NEGATIVE_TTL) {
            findings.add(
                    Finding.of(DNS_SOA_NEGATIVE_TTL_LONG, zone, "ttl", Long.toString(minimum)));
        }
        return findings;
    }
}
