package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfTree;

/** Looks at the domain's SPF policy and all that it leads to. */
public final class SpfProbe implements Probe<SpfObservation> {
    @Override
    public Class<SpfObservation> observes() {
        return SpfObservation.class;
    }

    @Override
    public SpfObservation observe(Target target, Observations before, Doors doors) {
        Dns dns = doors.dns();
        DnsName domain = target.domain().dnsName();
        Lookup records = dns.ask(domain, RecordType.TXT);
        Lookup obsolete = dns.ask(domain, RecordType.SPF);
        SpfPolicy tree = SpfTree.look(dns, domain.text());
        return new SpfObservation(records.answer(), obsolete.answer(), tree);
    }
}
