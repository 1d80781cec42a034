package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_DELEGATION_DIFFERS;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVERS_IN_ONE_NETWORK;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVER_NOT_PUBLIC;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVER_WITHOUT_ADDRESS;
import static dev.mailcheck.check.FindingCode.DNS_ONE_NAME_SERVER;
import static dev.mailcheck.check.FindingCode.DNS_TWO_NAME_SERVERS;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Referral;
import dev.mailcheck.dns.ZoneView;
import dev.mailcheck.probe.NameServerSeen;
import dev.mailcheck.probe.NameServerSeen.NotAsked;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Item ns-count: two or more name servers in more than one network, as the zone above says too. */
final class NameServerFindings {
    private final String zone;
    private final ZoneObservation seen;
    private final List<Finding> findings = new ArrayList<>();

    private NameServerFindings(String zone, ZoneObservation seen) {
        this.zone = zone;
        this.seen = seen;
    }

    static List<Finding> of(String zone, ZoneObservation seen) {
        NameServerFindings item = new NameServerFindings(zone, seen);
        item.count();
        item.delegation();
        seen.servers().forEach(item::addresses);
        return item.findings;
    }

    private void count() {
        int count = seen.servers().size() + seen.serversLeftOut().size();
        if (count == 0) {
            DnsCheck.notKnown(zone, "NS", seen.nameServers()).forEach(findings::add);
        } else if (count == 1) {
            findings.add(Finding.of(DNS_ONE_NAME_SERVER, zone, "server", names()));
        } else {
            Optional<String> network = NetworkSpread.onlyNetwork(seen);
            findings.add(
                    network.map(only ->
                                    Finding.of(
                                            DNS_NAME_SERVERS_IN_ONE_NETWORK,
                                            zone,
                                            "servers",
                                            names(),
                                            "network",
                                            only))
                            .orElseGet(() ->
                                    Finding.of(DNS_TWO_NAME_SERVERS, zone, "servers", names())));
        }
    }

    private String names() {
        return seen.servers().stream()
                .map(server -> server.name().text())
                .collect(Collectors.joining(", "));
    }

    private void delegation() {
        Optional<Referral> referral =
                seen.view().delegation().flatMap(delegation -> delegation.referral());
        if (referral.isEmpty() || !(seen.nameServers() instanceof DnsAnswer.Found found)) {
            return;
        }
        Set<String> above =
                referral.get().nameServers().stream()
                        .map(DnsName::text)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> here = new TreeSet<>(found.data());
        if (!above.equals(here)) {
            findings.add(
                    Finding.of(
                            DNS_DELEGATION_DIFFERS,
                            zone,
                            "above",
                            String.join(", ", above),
                            "here",
                            String.join(", ", here)));
        }
    }

    /** A name server that nobody can find or reach is none. */
    private void addresses(NameServerSeen server) {
        String name = server.name().text();
        boolean fromFile = seen.view().reason().equals("NO_NETWORK");
        if (server.addresses().isEmpty() && !server.a().failed() && !server.aaaa().failed()) {
            if (!fromFile) {
                findings.add(Finding.of(DNS_NAME_SERVER_WITHOUT_ADDRESS, name, "zone", zone));
            }
            return;
        }
        String hidden =
                server.notAsked().stream()
                        .filter(address -> address.reason().equals("NOT_PUBLIC"))
                        .map(NotAsked::address)
                        .collect(Collectors.joining(", "));
        boolean mayBeInside = !fromFile && seen.view().whose() == ZoneView.Whose.NOT_COMPARED;
        if (!hidden.isEmpty() && !mayBeInside) {
            findings.add(
                    Finding.of(
                            DNS_NAME_SERVER_NOT_PUBLIC, name, "zone", zone, "addresses", hidden));
        }
    }
}
