package dev.mailcheck.dkim;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ServerAnswer;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Another DNS, with its questions counted. */
record CountingDns(Dns dns, AtomicInteger asked) implements Dns {
    @Override
    public Lookup ask(DnsName name, RecordType type) {
        asked.incrementAndGet();
        return dns.ask(name, type);
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        return dns.askServer(server, name, type);
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        return dns.security(name, type);
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        return dns.resolverKind(name);
    }
}
