package dev.mailcheck.probe;

import dev.mailcheck.iprev.Iprev;
import dev.mailcheck.net.IpLiteral;

/** Looks up the names of the address that the mail came from, and these names' addresses. */
final class ClientNameProbe implements Probe<ClientNameObservation> {
    private final EnvelopeSeen envelope;

    ClientNameProbe(EnvelopeSeen envelope) {
        this.envelope = envelope;
    }

    @Override
    public Class<ClientNameObservation> observes() {
        return ClientNameObservation.class;
    }

    @Override
    public ClientNameObservation observe(Target target, Observations before, Doors doors) {
        return new ClientNameObservation(
                envelope.clientIp()
                        .value()
                        .flatMap(IpLiteral::parse)
                        .map(ip -> Iprev.begin(doors.dns(), ip).forward().get()));
    }
}
