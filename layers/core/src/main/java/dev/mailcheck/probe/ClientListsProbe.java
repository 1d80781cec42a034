package dev.mailcheck.probe;

import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Asks lists about the address that the mail came from. One that is not public is nobody's business
 * and never asked about.
 */
final class ClientListsProbe implements Probe<ClientListsObservation> {
    private static final int MAX_QUESTIONS = 60;

    private final EnvelopeSeen envelope;

    ClientListsProbe(EnvelopeSeen envelope) {
        this.envelope = envelope;
    }

    @Override
    public Class<ClientListsObservation> observes() {
        return ClientListsObservation.class;
    }

    @Override
    public ClientListsObservation observe(Target target, Observations before, Doors doors) {
        Optional<String> client = envelope.clientIp().value();
        if (client.isEmpty()) {
            return missing("CLIENT_NOT_KNOWN");
        }
        Optional<InetAddress> ip = client.flatMap(IpLiteral::parse);
        if (ip.isEmpty()) {
            return missing("CLIENT_NOT_AN_ADDRESS");
        }
        return new Publicness(target, doors).test(ip.get())
                ? asked(IpLiteral.text(ip.get()), target.options(), doors)
                : missing("NOT_PUBLIC");
    }

    private static ClientListsObservation asked(String ip, CheckOptions options, Doors doors) {
        ListRound round = new ListRound(doors.dns(), MAX_QUESTIONS);
        return new ClientListsObservation(
                Optional.of(
                        round.ask(
                                List.of(ip),
                                BlockLists.ADDRESSES,
                                options.dnsbl(),
                                options.lists())),
                Optional.empty());
    }

    private static ClientListsObservation missing(String why) {
        return new ClientListsObservation(Optional.empty(), Optional.of(why));
    }
}
