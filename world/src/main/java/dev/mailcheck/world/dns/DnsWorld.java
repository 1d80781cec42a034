package dev.mailcheck.world.dns;

import dev.mailcheck.world.net.Workers;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The DNS of one world: its zones, and the servers that are started when first asked for. */
public final class DnsWorld implements AutoCloseable {
    private final Catalogue catalogue;
    private final Workers workers;
    private final ServedAddresses served;
    private final Map<InetAddress, QuestionLog> logs = new HashMap<>();
    private final Map<InetAddress, DnsServer> nameservers = new HashMap<>();
    private final List<DnsServer> resolvers = new ArrayList<>();

    /** Reads and delegates the zones; starts nothing. */
    public DnsWorld(
            Collection<Zone> zones,
            Map<InetAddress, Nameserver> stated,
            Instant now,
            Workers workers) {
        this.catalogue = Catalogue.of(zones, now);
        this.workers = workers;
        this.served = new ServedAddresses(catalogue, stated, now);
    }

    /** Tells whether there is a name server at this address. */
    public boolean servesAt(InetAddress published) {
        return served.serves(published);
    }

    /** Returns where the name server at this address listens; starts it the first time. */
    public synchronized Optional<InetSocketAddress> nameserver(InetAddress published) {
        return servesAt(published)
                ? Optional.of(nameservers.computeIfAbsent(published, this::startAt).address())
                : Optional.empty();
    }

    private DnsServer startAt(InetAddress published) {
        Faults faults = new Faults(served.rulesAt(published));
        Authority authority = new Authority(served.zonesAt(published));
        return new DnsServer(authority, faults, workers, logAt(published)).start();
    }

    /** Starts a resolver. */
    public synchronized InetSocketAddress start(Resolver resolver, QuestionLog log) {
        Faults faults = new Faults(resolver.rules());
        Recursion recursion = new Recursion(catalogue, resolver);
        DnsServer server = new DnsServer(recursion, faults, workers, log).start();
        resolvers.add(server);
        return server.address();
    }

    /** Returns what the name server at this address was asked so far. */
    public synchronized QuestionLog logAt(InetAddress published) {
        return logs.computeIfAbsent(published, address -> new QuestionLog());
    }

    /** Returns the DS of the root's key, as {@code --trust-anchor} reads it. */
    public String trustAnchor() {
        return Dnskeys.ds(rootKey()).toString();
    }

    /** Returns the root's DNSKEY in presentation form. */
    public String rootDnskey() {
        return rootKey().toString();
    }

    private DNSKEYRecord rootKey() {
        return catalogue
                .zoneFor(Name.root, Type.DNSKEY)
                .signer()
                .orElseThrow(() -> new IllegalStateException("the root is not signed"))
                .key()
                .dnskey();
    }

    @Override
    public synchronized void close() {
        nameservers.values().forEach(DnsServer::close);
        resolvers.forEach(DnsServer::close);
    }
}
