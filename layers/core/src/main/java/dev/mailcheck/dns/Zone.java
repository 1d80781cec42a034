package dev.mailcheck.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names and what stands at them, as a zone file gives them. */
final class Zone {
    private final Map<DnsName, Node> nodes;
    private final Set<DnsName> existing = new HashSet<>();

    /**
     * What stands at one name.
     *
     * @param records by type
     * @param failures the types that have no answer, and why
     * @param failure why every type that is named neither there nor in {@code records} has none
     * @param security the word of this name and of those below it
     */
    record Node(
            Map<RecordType, List<DnsRecord>> records,
            Map<RecordType, DnsFailure> failures,
            Optional<DnsFailure> failure,
            Optional<Security.State> security) {
        Optional<DnsFailure> failureOf(RecordType type) {
            return records.containsKey(type)
                    ? Optional.empty()
                    : Optional.ofNullable(failures.get(type)).or(() -> failure);
        }
    }

    Zone(Map<DnsName, Node> nodes) {
        this.nodes = Map.copyOf(nodes);
        nodes.keySet().forEach(this::existsWithAllAbove);
    }

    private void existsWithAllAbove(DnsName name) {
        DnsName above = name;
        while (existing.add(above) && !above.isRoot()) {
            above = above.parent();
        }
    }

    /** Whether the name or one below it is in the file. */
    boolean exists(DnsName name) {
        return existing.contains(name);
    }

    Optional<DnsFailure> failure(DnsName name, RecordType type) {
        return Optional.ofNullable(nodes.get(name)).flatMap(node -> node.failureOf(type));
    }

    List<DnsRecord> records(DnsName name, RecordType type) {
        Node node = nodes.get(name);
        return node == null ? List.of() : node.records().getOrDefault(type, List.of());
    }

    /**
     * The word of the nearest name at or above this one that has a word; insecure where none has.
     */
    Security.State security(DnsName name) {
        for (DnsName above = name; !above.isRoot(); above = above.parent()) {
            Node node = nodes.get(above);
            if (node != null && node.security().isPresent()) {
                return node.security().get();
            }
        }
        return Security.State.INSECURE;
    }
}
