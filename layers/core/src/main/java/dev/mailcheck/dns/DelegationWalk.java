package dev.mailcheck.dns;

import dev.mailcheck.dns.Delegation.NameServer;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.IpLiteral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Follows the delegation of a name from its top-level domain down. Of the resolver it takes the
 * servers of that top only, and addresses that no referral brings: what the resolver says of the
 * name itself plays no part. Where servers are silent it ends at the last zone they were led to;
 * where those of the top are, it leads nowhere.
 */
final class DelegationWalk {
    static final int MAX_SERVERS = 8;
    private static final int ASKED_ABOVE = 3;
    private static final int MAX_STEPS = 8;

    private final Dns dns;
    private final DnsName name;
    private final Executor executor;
    private final Deadline deadline;
    private final ServerAddresses addresses;

    DelegationWalk(Dns dns, DnsName name, Executor executor, Deadline deadline) {
        this.dns = dns;
        this.name = name;
        this.executor = executor;
        this.deadline = deadline;
        this.addresses = new ServerAddresses(dns);
    }

    /** Empty where not even the top's servers could be asked. */
    Optional<Delegation> walk() {
        List<Delegation> path = path();
        return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
    }

    /** The zones on the way, the top first; empty where not even its servers could be asked. */
    List<Delegation> path() {
        List<Delegation> path = new ArrayList<>(List.of(top()));
        for (int step = 0; step < MAX_STEPS; step++) {
            Delegation at = path.getLast();
            Optional<ServerAnswer> said = ask(at, name, usable(at.zone()));
            if (said.isEmpty()) {
                return at.referral().isPresent() ? path : List.of();
            }
            if (said.get().hasAuthority()) {
                Delegation zone = zoneAt(at, said.get());
                return zone.equals(at) ? path : extended(path, zone);
            }
            path.add(below(at, said.get().referral().orElseThrow(), said.get().edns()));
        }
        return path;
    }

    private Delegation below(Delegation at, Referral referral, boolean edns) {
        return new Delegation(
                referral.zone(),
                Optional.of(referral),
                addresses.of(referral, at.zone(), MAX_SERVERS),
                at.edns() || edns);
    }

    private static List<Delegation> extended(List<Delegation> path, Delegation zone) {
        path.add(zone);
        return path;
    }

    /** The servers of the top-level domain, or the root's where that is no zone of its own. */
    private Delegation top() {
        DnsName top = name.rightmost(1);
        Lookup ofTop = dns.ask(top, RecordType.NS);
        Lookup ofRoot = dns.ask(DnsName.ROOT, RecordType.NS);
        DnsAnswer servers = ofTop.answer();
        return servers instanceof DnsAnswer.Found found && found.aliases().isEmpty()
                ? zone(top, servers)
                : zone(DnsName.ROOT, ofRoot.answer());
    }

    private Delegation zone(DnsName zone, DnsAnswer nameServers) {
        List<DnsName> names =
                nameServers.data().stream()
                        .flatMap(text -> DnsName.parse(text).stream())
                        .sorted()
                        .limit(ASKED_ABOVE)
                        .toList();
        return new Delegation(zone, Optional.empty(), addresses.of(names), false);
    }

    /** An answer that ends the walk, or leads on below this zone. */
    private Predicate<ServerAnswer> usable(DnsName zone) {
        return said ->
                said.hasAuthority()
                        || said.referral()
                                .map(Referral::zone)
                                .filter(below -> !below.equals(zone) && zone.contains(below))
                                .filter(below -> below.contains(name))
                                .isPresent();
    }

    private Optional<ServerAnswer> ask(
            Delegation at, DnsName question, Predicate<ServerAnswer> usable) {
        List<Supplier<ServerAnswer>> asked =
                at.servers().stream()
                        .limit(ASKED_ABOVE)
                        .flatMap(server -> IpLiteral.parse(server.address()).stream())
                        .map(address -> dns.askServer(address, question, RecordType.NS))
                        .toList();
        Arrivals<ServerAnswer> answers = new Arrivals<>(asked, executor);
        Optional<ServerAnswer> next = answers.next(deadline);
        while (next.isPresent() && !usable.test(next.get())) {
            next = answers.next(deadline);
        }
        return next;
    }

    /** The servers of one zone may hold zones below it too, and then give no referral. */
    private Delegation zoneAt(Delegation at, ServerAnswer said) {
        DnsAnswer answer = said.answer();
        DnsName candidate = name;
        while (!candidate.equals(at.zone())) {
            if (isApex(candidate, answer)) {
                return new Delegation(
                        candidate, Optional.empty(), serversOf(at, answer), at.edns());
            }
            candidate = candidate.parent();
            answer =
                    ask(at, candidate, ServerAnswer::hasAuthority)
                            .map(ServerAnswer::answer)
                            .orElse(answer);
        }
        return at;
    }

    private static boolean isApex(DnsName candidate, DnsAnswer nameServers) {
        return nameServers instanceof DnsAnswer.Found found
                && found.aliases().isEmpty()
                && found.records().getFirst().owner().equals(candidate);
    }

    /** The zone's own servers; these ones where they cannot be found. */
    private List<NameServer> serversOf(Delegation at, DnsAnswer nameServers) {
        List<NameServer> own =
                addresses.of(
                        nameServers.data().stream()
                                .flatMap(text -> DnsName.parse(text).stream())
                                .sorted()
                                .limit(MAX_SERVERS)
                                .toList());
        return own.isEmpty() ? at.servers() : own;
    }
}
