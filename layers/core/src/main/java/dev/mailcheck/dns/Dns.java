package dev.mailcheck.dns;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The door to the DNS. One question is asked once in a check, however many ask it; at most 300 go
 * out; every one ends by the check's deadline. Implementations: the resolver over the network, a
 * zone file, and these under "what if" records.
 */
public interface Dns {
    /** Starts the question, or joins the same one already asked. Aliases are followed. */
    Lookup ask(DnsName name, RecordType type);

    /** Asks and waits. */
    default DnsAnswer get(DnsName name, RecordType type) {
        return ask(name, type).answer();
    }

    /**
     * Asks one nameserver itself, without recursion. The address goes through the egress guard: one
     * that is not public is answered {@link DnsFailure#NETWORK}.
     */
    Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type);

    /**
     * Validates what {@link #ask} answers, back to the trust anchor; without a question sent twice.
     */
    Supplier<Security> security(DnsName name, RecordType type);

    /**
     * Validates what the servers of the name's zone answer themselves, whatever the resolver says
     * of it. Where nobody but the resolver can be asked, that of {@link #security}.
     */
    default Supplier<Security> securityAtOwnServers(DnsName name, RecordType type) {
        return security(name, type);
    }

    /**
     * What kind of resolver answers, seen by what it says of the root, of the top-level domain
     * above this name, and of a name that cannot exist. The root's keys must validate before anyone
     * is called bogus.
     */
    Supplier<ResolverKind> resolverKind(DnsName name);

    /**
     * Whose word {@link #ask} gives on the checked domain's own zone. Waits until that is decided.
     */
    default ZoneView view() {
        return ZoneView.notCompared("NO_NETWORK", Optional.empty());
    }
}
