package dev.mailcheck.probe;

import dev.mailcheck.dns.ALabels;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.net.IpLiteral;

import java.util.List;
import java.util.Optional;

/** Looks up the addresses of the HELO name, if it is one. */
final class HeloProbe implements Probe<HeloObservation> {
    private final EnvelopeSeen envelope;

    HeloProbe(EnvelopeSeen envelope) {
        this.envelope = envelope;
    }

    @Override
    public Class<HeloObservation> observes() {
        return HeloObservation.class;
    }

    @Override
    public HeloObservation observe(Target target, Observations before, Doors doors) {
        return new HeloObservation(name().map(name -> addresses(name, doors)).orElse(List.of()));
    }

    private Optional<DnsName> name() {
        return envelope.helo()
                .value()
                .filter(helo -> IpLiteral.parse(helo).isEmpty())
                .flatMap(ALabels::of)
                .filter(name -> name.labels() > 1);
    }

    private static List<DnsAnswer> addresses(DnsName name, Doors doors) {
        Lookup v4 = doors.dns().ask(name, RecordType.A);
        Lookup v6 = doors.dns().ask(name, RecordType.AAAA);
        return List.of(v4.answer(), v6.answer());
    }
}
