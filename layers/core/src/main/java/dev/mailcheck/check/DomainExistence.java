package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.ZoneObservation;

import java.util.List;

/** Whether the domain's name exists in the DNS (RFC 8020, section 2). */
final class DomainExistence {
    private DomainExistence() {}

    /**
     * True where the DNS says so and no answer shows the name after all. Addresses play no part:
     * some resolvers invent them.
     */
    static boolean isMissing(ZoneObservation seen) {
        List<DnsAnswer> answers = List.of(seen.mx(), seen.txt(), seen.alias());
        return answers.stream().anyMatch(DomainExistence::denies)
                && answers.stream().allMatch(answer -> denies(answer) || answer.failed());
    }

    /** The name of an alias exists, whatever becomes of its target. */
    private static boolean denies(DnsAnswer answer) {
        return answer.nameMissing() && answer.aliasChain().isEmpty();
    }
}
