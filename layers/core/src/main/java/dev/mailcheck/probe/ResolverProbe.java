package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;

import java.util.function.Supplier;

/**
 * Looks at the resolver before anyone is judged by its word: whether signatures come through,
 * whether it makes up answers, whether it validates by itself.
 */
public final class ResolverProbe implements Probe<ResolverObservation> {
    @Override
    public Class<ResolverObservation> observes() {
        return ResolverObservation.class;
    }

    @Override
    public ResolverObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        DnsName domain = target.domain().dnsName();
        DnsName top = domain.rightmost(1);
        Supplier<ResolverKind> kind = dns.resolverKind(domain);
        Lookup root = dns.ask(DnsName.ROOT, RecordType.DNSKEY);
        Supplier<Security> rootKeys = dns.security(DnsName.ROOT, RecordType.DNSKEY);
        Supplier<Security> delegation = dns.security(top, RecordType.DS);
        return new ResolverObservation(
                kind.get(),
                rootKeys.get(),
                top.text(),
                delegation.get(),
                root.answer().nameMissing());
    }
}
