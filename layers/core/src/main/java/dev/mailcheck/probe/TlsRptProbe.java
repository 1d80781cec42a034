package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;

/** Looks up the TLS reporting record. */
public final class TlsRptProbe implements Probe<TlsRptObservation> {
    @Override
    public Class<TlsRptObservation> observes() {
        return TlsRptObservation.class;
    }

    @Override
    public TlsRptObservation observe(Target target, Observations before, Doors doors) {
        String name = "_smtp._tls." + target.domain();
        return new TlsRptObservation(name, Probes.txt(doors, DnsName.parse(name)));
    }
}
