package dev.mailcheck.spf;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the DNS for the static view, within a budget for each type, so that a policy full of MX
 * hosts leaves enough for its includes. The same name asked again costs nothing.
 */
final class TreeQuestions {
    private static final int MOST_POLICIES = 40;
    private static final Map<RecordType, Integer> MOST =
            Map.of(RecordType.TXT, 42, RecordType.MX, 20, RecordType.A, 50, RecordType.AAAA, 50);
    private static final DnsAnswer NO_SUCH_NAME = new DnsAnswer.Absent(false, List.of());

    private final Dns dns;
    private final Map<RecordType, Set<DnsName>> asked = new EnumMap<>(RecordType.class);
    private int policies;

    TreeQuestions(Dns dns) {
        this.dns = dns;
    }

    /** Counts a policy more; false where there are enough. */
    boolean mayFollow() {
        return ++policies <= MOST_POLICIES;
    }

    /** Starts the question; a text that is no DNS name is like a name that does not exist. */
    Lookup start(String name, RecordType type) {
        return DnsName.parse(name)
                .filter(n -> !n.isRoot())
                .map(n -> start(n, type))
                .orElse(() -> NO_SUCH_NAME);
    }

    private Lookup start(DnsName name, RecordType type) {
        Set<DnsName> names = asked.computeIfAbsent(type, any -> new HashSet<>());
        names.add(name);
        return names.size() <= MOST.getOrDefault(type, 0)
                ? dns.ask(name, type)
                : () -> new DnsAnswer.Failed(DnsFailure.QUOTA, "too much for one SPF policy");
    }
}
