package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_EDNS_MISSING;
import static dev.mailcheck.check.FindingCode.DNS_EDNS_SPOKEN;
import static dev.mailcheck.check.FindingCode.DNS_LAME_NAME_SERVER;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVERS_AGREE;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVERS_DIFFER;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVERS_NOT_ASKED;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVERS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNS_NAME_SERVER_NOT_KNOWN;

import dev.mailcheck.dns.Delegation;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.probe.NameServerSeen;
import dev.mailcheck.probe.NameServerSeen.AddressSeen;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Items ns-same and edns: every name server speaks for the zone, and all say the same of the
 * domain's mail. A server is called lame only if another one, or the zone above it, shows that
 * questions to name servers pass the network here unbent; a silent server is not known.
 */
final class ServerAnswerFindings {
    private final String zone;
    private final ZoneObservation seen;
    private final List<Finding> findings = new ArrayList<>();

    private ServerAnswerFindings(String zone, ZoneObservation seen) {
        this.zone = zone;
        this.seen = seen;
    }

    static List<Finding> of(String zone, ZoneObservation seen) {
        if (seen.servers().isEmpty()) {
            return List.of();
        }
        return new ServerAnswerFindings(zone, seen).judge();
    }

    private List<Finding> judge() {
        if (seen.view().reason().equals("NO_NETWORK")) {
            return List.of(Finding.of(DNS_NAME_SERVERS_NOT_ASKED, zone));
        }
        boolean oneSpeaks = speaking().findAny().isPresent();
        if (!oneSpeaks && !allAreLame()) {
            return List.of(Finding.of(DNS_NAME_SERVERS_NOT_KNOWN, zone, "reason", reason()));
        }
        seen.servers().forEach(this::each);
        if (oneSpeaks) {
            agreement();
            edns();
        }
        return findings;
    }

    private Stream<AddressSeen> speaking() {
        return seen.servers().stream()
                .flatMap(server -> server.asked().stream())
                .filter(address -> address.soa().hasAuthority());
    }

    /** All servers deny the zone; and the resolver, which asks them too, gets nothing either. */
    private boolean allAreLame() {
        return seen.view().delegation().isPresent()
                && seen.soa().failed()
                && seen.servers().stream()
                        .flatMap(server -> server.asked().stream())
                        .anyMatch(address -> isLame(address.soa()));
    }

    private static boolean isLame(ServerAnswer said) {
        return said.answer()
                .failure()
                .map(reason -> reason == DnsFailure.REFUSED)
                .orElse(!said.authoritative());
    }

    private String reason() {
        return seen.servers().stream()
                .flatMap(server -> server.asked().stream())
                .flatMap(address -> address.soa().answer().failure().stream())
                .map(Enum::name)
                .findFirst()
                .orElse("NAME_SERVERS_NOT_REACHED");
    }

    private void each(NameServerSeen server) {
        if (server.asked().isEmpty()) {
            notAsked(server);
        }
        for (AddressSeen address : server.asked()) {
            if (isLame(address.soa())) {
                lame(server, address);
            } else if (address.soa().answer() instanceof DnsAnswer.Failed failed) {
                findings.add(notKnown(server, address.address(), failed.reason().name()));
            }
        }
    }

    /** One at a private address, or without any, is named by item ns-count. */
    private void notAsked(NameServerSeen server) {
        Stream.concat(
                        Stream.of(server.a(), server.aaaa())
                                .flatMap(answer -> answer.failure().stream())
                                .map(Enum::name),
                        server.notAsked().stream()
                                .map(NameServerSeen.NotAsked::reason)
                                .filter(reason -> !reason.equals("NOT_PUBLIC")))
                .findFirst()
                .ifPresent(reason ->
                        findings.add(
                                notKnown(server, String.join(", ", server.addresses()), reason)));
    }

    private Finding notKnown(NameServerSeen server, String address, String reason) {
        return Finding.of(
                DNS_NAME_SERVER_NOT_KNOWN,
                server.name().text(),
                "zone",
                zone,
                "address",
                address,
                "reason",
                reason);
    }

    private void lame(NameServerSeen server, AddressSeen address) {
        boolean refused = address.soa().answer().failed();
        findings.add(
                Finding.of(
                        DNS_LAME_NAME_SERVER,
                        server.name().text(),
                        "zone",
                        zone,
                        "address",
                        address.address(),
                        "answer",
                        refused ? "REFUSED" : "no AA bit"));
    }

    private void agreement() {
        List<Agreement.Disagreement> disagreements =
                Stream.of(RecordType.MX, RecordType.TXT)
                        .flatMap(type -> Agreement.of(seen.servers(), type).stream())
                        .toList();
        disagreements.forEach(this::differ);
        boolean lame = findings.stream().anyMatch(f -> f.code() == DNS_LAME_NAME_SERVER);
        long speaking = seen.servers().stream().filter(Agreement::speaks).count();
        if (disagreements.isEmpty() && !lame && speaking > 1) {
            findings.add(
                    Finding.of(DNS_NAME_SERVERS_AGREE, zone, "count", Long.toString(speaking)));
        }
    }

    private void differ(Agreement.Disagreement found) {
        findings.add(
                Finding.of(
                        DNS_NAME_SERVERS_DIFFER,
                        zone,
                        "type",
                        found.type() == RecordType.TXT ? "SPF" : found.type().name(),
                        "servers",
                        String.join(", ", found.fewer()),
                        "says",
                        found.theirs(),
                        "others",
                        String.join(", ", found.others()),
                        "say",
                        found.ofOthers()));
    }

    private void edns() {
        String without =
                seen.servers().stream()
                        .filter(server ->
                                server.asked().stream()
                                        .map(AddressSeen::soa)
                                        .anyMatch(said -> said.hasAuthority() && !said.edns()))
                        .map(server -> server.name().text())
                        .collect(Collectors.joining(", "));
        boolean passesHere =
                seen.view().delegation().filter(Delegation::edns).isPresent()
                        || speaking().anyMatch(address -> address.soa().edns());
        if (without.isEmpty()) {
            findings.add(Finding.of(DNS_EDNS_SPOKEN, zone));
        } else if (passesHere) {
            findings.add(Finding.of(DNS_EDNS_MISSING, zone, "servers", without));
        } else {
            findings.add(DnsCheck.notKnown(zone, "EDNS", "NAME_SERVERS_NOT_REACHED"));
        }
    }
}
