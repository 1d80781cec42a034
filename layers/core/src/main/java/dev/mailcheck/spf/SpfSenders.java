package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfTerm.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The flattened list of senders of a policy: all ranges that pass, the smaller within the larger
 * left out, neighbours joined. What only a mail can tell (ptr, exists, macros) is not in it.
 */
public final class SpfSenders {
    private static final int MOST_SOURCES = 5;

    private SpfSenders() {}

    /** IPv4 first. */
    public static List<SpfSender> of(SpfPolicy policy) {
        Map<IpNetwork, List<String>> networks = new TreeMap<>();
        collect(policy, networks);
        return joined(networks).entrySet().stream()
                .map(entry -> sender(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SpfSender sender(IpNetwork network, List<String> from) {
        return new SpfSender(network.toString(), from, network.isWide());
    }

    private static void collect(SpfPolicy policy, Map<IpNetwork, List<String>> networks) {
        policy.counting().stream()
                .filter(SpfSenders::passes)
                .forEach(term -> {
                    term.networks().forEach(text -> add(text, policy.domain(), networks));
                    term.policy().ifPresent(below -> collect(below, networks));
                });
    }

    /** Only a "+" lets a mail pass; an include's own qualifier counts as well as those within. */
    private static boolean passes(SpfTerm term) {
        return term.is(Kind.REDIRECT) || term.qualifier() == Qualifier.PASS;
    }

    private static void add(String text, String from, Map<IpNetwork, List<String>> networks) {
        IpNetwork.parse(text).ifPresent(network -> merge(networks, network, List.of(from)));
    }

    private static void merge(
            Map<IpNetwork, List<String>> networks, IpNetwork network, List<String> from) {
        List<String> all = networks.computeIfAbsent(network, any -> new ArrayList<>());
        from.stream()
                .filter(source -> !all.contains(source) && all.size() < MOST_SOURCES)
                .forEach(all::add);
    }

    /** Goes through the ranges in order; the last ones kept are all that the next can join. */
    private static Map<IpNetwork, List<String>> joined(Map<IpNetwork, List<String>> networks) {
        NavigableMap<IpNetwork, List<String>> kept = new TreeMap<>();
        networks.forEach((network, from) -> {
            IpNetwork last = kept.isEmpty() ? network : kept.lastKey();
            boolean within = !kept.isEmpty() && last.contains(network);
            merge(kept, within ? last : network, from);
            joinLast(kept);
        });
        return kept;
    }

    private static void joinLast(NavigableMap<IpNetwork, List<String>> kept) {
        Optional<IpNetwork> both = parentOfLastTwo(kept);
        while (both.isPresent()) {
            List<String> second = kept.pollLastEntry().getValue();
            List<String> first = kept.pollLastEntry().getValue();
            merge(kept, both.get(), first);
            merge(kept, both.get(), second);
            both = parentOfLastTwo(kept);
        }
    }

    private static Optional<IpNetwork> parentOfLastTwo(NavigableMap<IpNetwork, List<String>> kept) {
        if (kept.size() < 2) {
            return Optional.empty();
        }
        IpNetwork last = kept.lastKey();
        IpNetwork before = kept.lowerKey(last);
        return Optional.of(last).filter(before::isSiblingOf).map(IpNetwork::parent);
    }
}
