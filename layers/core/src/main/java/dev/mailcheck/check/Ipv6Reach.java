package dev.mailcheck.check;

import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What became of connecting to a mail host's IPv6 address at port 25. */
sealed interface Ipv6Reach {
    String host();

    String address();

    record Answers(String host, String address) implements Ipv6Reach {}

    /** Nothing answers, though IPv6 and port 25 work from here. */
    record Dead(String host, String address) implements Ipv6Reach {}

    record NotKnown(String host, String address, String reason) implements Ipv6Reach {}

    /** One for each IPv6 address that was to be probed; none where nothing may be connected to. */
    static List<Ipv6Reach> of(Judgement judgement, MxObservation mx) {
        return judgement.target().options().network()
                ? addresses(mx, address -> Optional.empty()).toList()
                : List.of();
    }

    private static Stream<Ipv6Reach> addresses(
            MxObservation mx, Function<String, Optional<Ipv6Reach>> seen) {
        return mx.hosts().stream().flatMap(host -> addresses(host, seen));
    }

    private static Stream<Ipv6Reach> addresses(
            MxHost host, Function<String, Optional<Ipv6Reach>> seen) {
        return host.probed().stream()
                .filter(address -> address.contains(":"))
                .map(address ->
                        seen.apply(address)
                                .orElseGet(() -> new NotKnown(host.name(), address, "NOT_RUN")));
    }
}
