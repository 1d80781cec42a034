package dev.mailcheck.dns;

import dev.mailcheck.dns.Delegation.NameServer;
import dev.mailcheck.dns.ZoneView.Difference;
import dev.mailcheck.dns.ZoneView.Whose;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Compares what a resolver and a zone's own servers say of a domain's MX and TXT records. The order
 * of records and their time to live do not matter; a question that failed is no answer.
 */
final class ViewComparison {
    private final Dns resolver;
    private final Executor executor;
    private final Deadline deadline;

    ViewComparison(Dns resolver, Executor executor, Deadline deadline) {
        this.resolver = resolver;
        this.executor = executor;
        this.deadline = deadline;
    }

    /** What one own server says; empty where it does not speak for the domain. */
    private record Word(List<Difference> differences, boolean comparable) {}

    ZoneView compare(DnsName domain) {
        Lookup mx = resolver.ask(domain, RecordType.MX);
        Lookup txt = resolver.ask(domain, RecordType.TXT);
        Optional<Delegation> delegation =
                new DelegationWalk(resolver, domain, executor, deadline).walk();
        List<Supplier<Word>> words =
                delegation.stream()
                        .flatMap(led -> led.servers().stream())
                        .map(server -> word(server, domain, mx, txt))
                        .toList();
        return decide(new Arrivals<>(words, executor), delegation);
    }

    private Supplier<Word> word(NameServer server, DnsName domain, Lookup mx, Lookup txt) {
        InetAddress address = IpLiteral.parse(server.address()).orElseThrow();
        Supplier<ServerAnswer> ownMx = resolver.askServer(address, domain, RecordType.MX);
        Supplier<ServerAnswer> ownTxt = resolver.askServer(address, domain, RecordType.TXT);
        return () -> {
            List<Difference> compared = new ArrayList<>();
            compared(domain, RecordType.MX, mx, ownMx).ifPresent(compared::add);
            compared(domain, RecordType.TXT, txt, ownTxt).ifPresent(compared::add);
            List<Difference> differences =
                    compared.stream().filter(both -> !same(both.resolver(), both.own())).toList();
            return new Word(differences, !compared.isEmpty());
        };
    }

    /** Empty where one of the two did not answer. */
    private static Optional<Difference> compared(
            DnsName name, RecordType type, Lookup resolver, Supplier<ServerAnswer> own) {
        ServerAnswer said = own.get();
        DnsAnswer heard = resolver.answer();
        return said.hasAuthority() && !heard.failed()
                ? Optional.of(new Difference(name, type, heard, said.answer()))
                : Optional.empty();
    }

    private ZoneView decide(Arrivals<Word> words, Optional<Delegation> delegation) {
        List<Difference> differences = List.of();
        for (Optional<Word> word = words.next(deadline);
                word.isPresent();
                word = words.next(deadline)) {
            if (word.get().comparable() && word.get().differences().isEmpty()) {
                return new ZoneView(Whose.RESOLVER, "", delegation, List.of());
            }
            differences = differences.isEmpty() ? word.get().differences() : differences;
        }
        if (!differences.isEmpty()) {
            return new ZoneView(Whose.OWN_SERVERS, "", delegation, differences);
        }
        return ZoneView.notCompared(ZoneView.NOT_REACHED, delegation);
    }

    private static boolean same(DnsAnswer one, DnsAnswer other) {
        List<DnsName> aliases = one.aliasChain();
        List<DnsName> others = other.aliasChain();
        if (!aliases.isEmpty() && !others.isEmpty()) {
            return aliases.getFirst().equals(others.getFirst());
        }
        return aliases.isEmpty() == others.isEmpty()
                && one.nameMissing() == other.nameMissing()
                && new HashSet<>(one.data()).equals(new HashSet<>(other.data()));
    }
}
