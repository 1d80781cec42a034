package dev.mailcheck.check;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ServerAnswer;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Supplier;

/**
 * Another DNS with a TXT wildcard: it answers for every name below {@code below} that does not
 * exist.
 */
record WildcardDns(Dns dns, DnsName below, String text) implements Dns {
    @Override
    public Lookup ask(DnsName name, RecordType type) {
        DnsAnswer answer = dns.get(name, type);
        boolean synthesised =
                type == RecordType.TXT && answer.nameMissing() && below.contains(name);
        return () ->
                synthesised
                        ? new DnsAnswer.Found(
                                List.of(new DnsRecord(name, type, 3600, text)), List.of())
                        : answer;
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
