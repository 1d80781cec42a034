package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.probe.NameServerSeen;
import dev.mailcheck.probe.NameServerSeen.AddressSeen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what a zone's name servers say of the domain's MX, or of its SPF among the TXT. */
final class Agreement {
    private Agreement() {}

    /** Some servers say otherwise than the most. */
    record Disagreement(
            RecordType type,
            List<String> fewer,
            String theirs,
            List<String> others,
            String ofOthers) {}

    /** Whether the server speaks for the zone at the address it was asked in full. */
    static boolean speaks(NameServerSeen server) {
        return said(server, RecordType.MX).isPresent();
    }

    static Optional<Disagreement> of(List<NameServerSeen> servers, RecordType type) {
        Map<String, List<String>> sayers = new TreeMap<>();
        for (NameServerSeen server : servers) {
            said(server, type)
                    .map(answer -> word(answer, type))
                    .ifPresent(word ->
                            sayers.computeIfAbsent(word, none -> new ArrayList<>())
                                    .add(server.name().text()));
        }
        List<String> bySize =
                sayers.keySet().stream()
                        .sorted(
                                Comparator.comparingInt((String word) ->
                                                sayers.getOrDefault(word, List.of()).size())
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        if (bySize.size() < 2) {
            return Optional.empty();
        }
        String fewest = bySize.getFirst();
        String most = bySize.getLast();
        return Optional.of(
                new Disagreement(
                        type,
                        sayers.getOrDefault(fewest, List.of()),
                        fewest,
                        sayers.getOrDefault(most, List.of()),
                        most));
    }

    private static Optional<DnsAnswer> said(NameServerSeen server, RecordType type) {
        return server.asked().stream()
                .map(type == RecordType.MX ? AddressSeen::mx : AddressSeen::txt)
                .flatMap(Optional::stream)
                .filter(ServerAnswer::hasAuthority)
                .map(ServerAnswer::answer)
                .findFirst();
    }

    /** The same for equal answers; a server may follow an alias or not. */
    private static String word(DnsAnswer answer, RecordType type) {
        if (!answer.aliasChain().isEmpty()) {
            return "CNAME " + answer.aliasChain().getFirst();
        }
        List<String> records = type == RecordType.MX ? answer.data() : SpfWord.records(answer);
        return records.isEmpty() ? "-" : String.join(" | ", records.stream().sorted().toList());
    }
}
