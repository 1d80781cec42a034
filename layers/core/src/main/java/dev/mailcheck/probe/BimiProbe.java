package dev.mailcheck.probe;

import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.probe.BimiObservation.Assertion;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks up the default BIMI record of the domain, and at once those of all names its tree walk
 * passes: which of them is the organizational domain, whose record stands in, is known only later.
 */
public final class BimiProbe implements Probe<BimiObservation> {
    @Override
    public Class<BimiObservation> observes() {
        return BimiObservation.class;
    }

    @Override
    public BimiObservation observe(Target target, Observations before, Doors doors) {
        List<DnsName> domains =
                TreeWalk.names(target.domain().dnsName()).stream()
                        .filter(name -> name.labels() > 1)
                        .toList();
        List<Lookup> lookups = domains.stream().map(d -> lookup(doors.dns(), d)).toList();
        List<Assertion> assertions = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            assertions.add(new Assertion(domains.get(i), lookups.get(i).answer()));
        }
        return new BimiObservation(assertions);
    }

    private static Lookup lookup(Dns dns, DnsName domain) {
        return domain.under("default._bimi")
                .map(name -> dns.ask(name, RecordType.TXT))
                .orElse(() -> new DnsAnswer.Absent(false, List.of()));
    }
}
