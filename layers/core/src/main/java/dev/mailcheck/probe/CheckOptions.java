package dev.mailcheck.probe;

import dev.mailcheck.dnsbl.ListAccess;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param dnsbl zones to ask instead of the default ones, KEY in the place of a key; "none": nothing
 * @param uribl the same for domain lists
 * @param network false where a zone file stands in for the DNS: nothing else may be asked
 * @param lab private targets are allowed, or the world is the sample world
 * @param lists which of the default lists may be asked
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
        boolean lab,
        ListAccess lists) {
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

    /** The options with the default lists as somebody at their own machine may ask them. */
    public CheckOptions(
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
        this(
                selectors,
                smtp,
                smtpPort,
                ehlo,
                probeDomain,
                relayProbe,
                egressControl,
                dnsbl,
                uribl,
                network,
                lab,
                ListAccess.WITHOUT_KEYS);
    }

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
        return with(selectors, smtp, name, relayProbe, network);
    }

    public CheckOptions withRelayProbing(RelayProbing probing) {
        return with(selectors, smtp, ehlo, probing, network);
    }

    /** The options with these DKIM selectors besides. */
    public CheckOptions withSelectors(List<String> more) {
        List<String> all = Stream.concat(selectors.stream(), more.stream()).distinct().toList();
        return with(all, smtp, ehlo, relayProbe, network);
    }

    /** The options with nothing sent to mail servers. */
    public CheckOptions withoutSmtp() {
        return with(selectors, false, ehlo, relayProbe, network);
    }

    /** The options where a zone file stands in for the DNS. */
    public CheckOptions withoutNetwork() {
        return with(selectors, false, ehlo, relayProbe, false);
    }

    private CheckOptions with(
            List<String> otherSelectors,
            boolean talks,
            String name,
            RelayProbing probing,
            boolean online) {
        return new CheckOptions(
                otherSelectors,
                talks,
                smtpPort,
                name,
                probeDomain,
                probing,
                egressControl,
                dnsbl,
                uribl,
                online,
                lab,
                lists);
    }

    /** The options with other lists than the default ones, or other access to these. */
    public CheckOptions withLists(
            List<String> addressLists, List<String> domainLists, ListAccess access) {
        return new CheckOptions(
                selectors,
                smtp,
                smtpPort,
                ehlo,
                probeDomain,
                relayProbe,
                egressControl,
                addressLists,
                domainLists,
                network,
                lab,
                access);
    }
}
