package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What the user set for a check and probes must know (contract, section 1).
 *
 * @param selectors DKIM selectors to look up beside the published list
 * @param smtp false: nothing is sent to mail servers
 * @param smtpPort 25 but in labs
 * @param ehlo our EHLO name or address literal
 * @param probeDomain domain of the relay probe's addresses; empty: the EHLO name
 * @param relayProbe whether mail hosts are asked to relay
 * @param egressControl HOST:PORT of the control host; empty: the built-in list; "none": no control
 * @param dnsbl zones to ask instead of the default ones
 * @param uribl the same for domain lists
 * @param network false where a zone file stands in for the DNS: nothing else may be asked
 * @param lab private targets are allowed, or the world is the sample world
 */
@Json
public record CheckOptions(
        List<String> selectors,
        boolean smtp,
        int smtpPort,
        String ehlo,
        Optional<String> probeDomain,
        RelayProbing relayProbe,
        Optional<String> egressControl,
        List<String> dnsbl,
        List<String> uribl,
        boolean network,
        boolean lab) {
    public static final CheckOptions DEFAULT =
            new CheckOptions(
                    List.of(),
                    true,
                    25,
                    "localhost",
                    Optional.empty(),
                    RelayProbing.ON,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    true,
                    false);

    public CheckOptions {
        selectors = List.copyOf(selectors);
        dnsbl = List.copyOf(dnsbl);
        uribl = List.copyOf(uribl);
    }

    /** Whether mail hosts are asked to relay, unless their domain does not want it. */
    public boolean asksToRelay() {
        return smtp && relayProbe == RelayProbing.ON;
    }

    public CheckOptions withEhlo(String name) {
        return new CheckOptions(
                selectors,
                smtp,
                smtpPort,
                name,
                probeDomain,
                relayProbe,
                egressControl,
                dnsbl,
                uribl,
                network,
                lab);
    }
}
