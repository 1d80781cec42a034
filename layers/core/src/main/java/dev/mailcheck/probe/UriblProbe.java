package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.dnsbl.RegisteredDomain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks lists about the domain, and about the registered domain above it if that is another one. */
public final class UriblProbe implements Probe<UriblObservation> {
    private static final int MAX_QUESTIONS = 60;

    @Override
    public Class<UriblObservation> observes() {
        return UriblObservation.class;
    }

    @Override
    public UriblObservation observe(Target target, Observations before, Doors doors) {
        CheckOptions options = target.options();
        ListRound round = new ListRound(doors.dns(), MAX_QUESTIONS);
        return new UriblObservation(
                round.ask(
                        names(target.domain()),
                        BlockLists.NAMES,
                        options.uribl(),
                        options.lists()));
    }

    private static List<String> names(Domain domain) {
        return Stream.concat(Stream.of(domain.dnsName()), registered(domain).stream())
                .map(DnsName::text)
                .distinct()
                .toList();
    }

    /** Above two labels is nothing to be registered, and the list of suffixes need not be read. */
    private static Optional<DnsName> registered(Domain domain) {
        return domain.dnsName().labels() > 2
                ? RegisteredDomain.of(domain.dnsName())
                : Optional.empty();
    }
}
