package dev.mailcheck.dns;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A resolver's answers, but for a domain's own zone those of the zone's name servers where all of
 * them say otherwise: the resolver then shows an inside view or an old answer (contract, section
 * 2). What is compared are the domain's MX and TXT records. Questions go out at once; only their
 * answers wait for the comparison, which ends with the first own server that agrees, and after two
 * seconds in any case. Where no own server can be asked, the resolver's word stands.
 */
public final class OwnServersDns implements Dns {
    private final Dns resolver;
    private final DnsName relatives;
    private final CompletableFuture<ZoneView> view;
    private final Deadline patience;

    /** Begins the comparison for this domain. */
    public OwnServersDns(Dns resolver, Domain domain, Executor executor, Deadline patience) {
        this.resolver = resolver;
        this.relatives = domain.dnsName().rightmost(2);
        this.patience = patience;
        this.view =
                CompletableFuture.supplyAsync(
                        () ->
                                new ViewComparison(resolver, executor, patience)
                                        .compare(domain.dnsName()),
                        executor);
    }

    private OwnServersDns(
            Dns resolver, Domain domain, CompletableFuture<ZoneView> view, Deadline patience) {
        this.resolver = resolver;
        this.relatives = domain.dnsName().rightmost(2);
        this.view = view;
        this.patience = patience;
    }

    /** By a comparison that was made elsewhere, for the same domain. */
    public static Dns decided(Dns resolver, Domain domain, ZoneView view, Deadline deadline) {
        OwnServersDns dns =
                new OwnServersDns(
                        resolver, domain, CompletableFuture.completedFuture(view), deadline);
        return switch (view.whose()) {
            case OWN_SERVERS -> dns;
            case RESOLVER, NOT_COMPARED -> dns.presumed();
        };
    }

    @Override
    public ZoneView view() {
        try {
            return view.get(patience.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            ZoneView none = ZoneView.notCompared(ZoneView.NOT_REACHED, Optional.empty());
            view.complete(none);
            return view.getNow(none);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return ZoneView.notCompared(ZoneView.NOT_REACHED, Optional.empty());
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    /** What {@link #view} answers, if that is decided. */
    public Optional<ZoneView> decided() {
        return view.isDone() && !view.isCompletedExceptionally()
                ? Optional.of(view.getNow(null))
                : Optional.empty();
    }

    /** The resolver's word on everything, whoever is right; nothing waits for the comparison. */
    public Dns presumed() {
        return new Presumed();
    }

    private final class Presumed implements Dns {
        @Override
        public Lookup ask(DnsName name, RecordType type) {
            return resolver.ask(name, type);
        }

        @Override
        public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
            return resolver.askServer(server, name, type);
        }

        @Override
        public Supplier<Security> security(DnsName name, RecordType type) {
            return resolver.security(name, type);
        }

        @Override
        public Supplier<ResolverKind> resolverKind(DnsName name) {
            return resolver.resolverKind(name);
        }

        @Override
        public ZoneView view() {
            return OwnServersDns.this.view();
        }
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        Lookup lookup = resolver.ask(name, type);
        if (!relatives.contains(name)) {
            return lookup;
        }
        return () ->
                judgedZone(name)
                        .flatMap(zone -> ofOwnServers(zone, name, type))
                        .orElseGet(lookup::answer);
    }

    /** The zone whose servers are asked about this name in the resolver's stead; usually none. */
    private Optional<Delegation> judgedZone(DnsName name) {
        ZoneView decided = view();
        return decided.whose() == ZoneView.Whose.OWN_SERVERS
                ? decided.delegation().filter(zone -> zone.zone().contains(name))
                : Optional.empty();
    }

    /** Empty where none of them speaks for the name, as below a further delegation. */
    private Optional<DnsAnswer> ofOwnServers(Delegation zone, DnsName name, RecordType type) {
        return zone.servers().stream()
                .flatMap(server -> IpLiteral.parse(server.address()).stream())
                .map(server -> askServer(server, name, type).get())
                .filter(ServerAnswer::hasAuthority)
                .findFirst()
                .map(said -> follow(said.answer(), zone.zone(), type));
    }

    /** Out of its zone a server follows no alias. */
    private DnsAnswer follow(DnsAnswer answer, DnsName zone, RecordType type) {
        if (!(answer instanceof DnsAnswer.Absent(var exists, var aliases))
                || aliases.isEmpty()
                || zone.contains(aliases.getLast())) {
            return answer;
        }
        return switch (resolver.get(aliases.getLast(), type)) {
            case DnsAnswer.Found(var records, var further) ->
                    new DnsAnswer.Found(records, joined(aliases, further));
            case DnsAnswer.Absent(var targetExists, var further) ->
                    new DnsAnswer.Absent(targetExists, joined(aliases, further));
            case DnsAnswer.Failed failed -> failed;
        };
    }

    private static List<DnsName> joined(List<DnsName> aliases, List<DnsName> further) {
        List<DnsName> all = new ArrayList<>(aliases);
        all.addAll(further);
        return all;
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        return resolver.askServer(server, name, type);
    }

    /** Whose answers are judged, theirs are validated. */
    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        Supplier<Security> security = resolver.security(name, type);
        return relatives.contains(name)
                ? () ->
                        judgedZone(name).isEmpty()
                                ? security.get()
                                : resolver.securityAtOwnServers(name, type).get()
                : security;
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        return resolver.resolverKind(name);
    }
}
