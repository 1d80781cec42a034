package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MESSAGE_HELO_ADDRESS_LITERAL;
import static dev.mailcheck.check.FindingCode.MESSAGE_HELO_GOOD;
import static dev.mailcheck.check.FindingCode.MESSAGE_HELO_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MESSAGE_HELO_NO_HOST_NAME;
import static dev.mailcheck.check.FindingCode.MESSAGE_HELO_OTHER_ADDRESS;
import static dev.mailcheck.check.FindingCode.MESSAGE_HELO_WITHOUT_ADDRESS;

import dev.mailcheck.dns.ALabels;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.message.InnerAddress;
import dev.mailcheck.message.Known;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.EnvelopeSeen;
import dev.mailcheck.probe.HeloObservation;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the name that the sending server gave in HELO is its own (RFC 5321, section 4.1.4).
 * Received fields drop the brackets of an address literal, so an address counts as one without
 * brackets only where the user gave it so.
 */
final class HeloFindings {
    private static final Set<String> INNER = Set.of("local", "localdomain", "localhost", "lan");

    private HeloFindings() {}

    static Finding of(String domain, EnvelopeSeen envelope, HeloObservation seen) {
        if (Submission.is(envelope)) {
            return Finding.of(MESSAGE_HELO_NOT_KNOWN, domain, "reason", Submission.REASON);
        }
        return envelope.helo()
                .value()
                .map(helo -> judged(helo, envelope, seen))
                .orElseGet(() ->
                        Finding.of(MESSAGE_HELO_NOT_KNOWN, domain, "reason", "HELO_NOT_KNOWN"));
    }

    private static Finding judged(String helo, EnvelopeSeen envelope, HeloObservation seen) {
        boolean given = Known.isOfEnvelope(envelope.helo().from());
        Optional<InetAddress> address = IpLiteral.parse(helo);
        if (helo.startsWith("[") || (address.isPresent() && !given)) {
            return finding(MESSAGE_HELO_ADDRESS_LITERAL, helo, "client", client(envelope));
        }
        return noHostName(helo, address.isPresent())
                .map(why -> finding(MESSAGE_HELO_NO_HOST_NAME, helo, "reason", why))
                .orElseGet(() -> name(helo, envelope, seen.addresses()));
    }

    private static Optional<String> noHostName(String helo, boolean address) {
        String name = helo.toLowerCase(Locale.ROOT);
        if (address) {
            return Optional.of("HELO_BARE_ADDRESS");
        }
        if (ALabels.of(helo).isEmpty()) {
            return Optional.of("HELO_MALFORMED");
        }
        if (INNER.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Optional.of("HELO_INNER_NAME");
        }
        return name.indexOf('.') < 0 ? Optional.of("HELO_WITHOUT_DOMAIN") : Optional.empty();
    }

    private static Finding name(String helo, EnvelopeSeen envelope, List<DnsAnswer> answers) {
        Optional<InetAddress> client = envelope.clientIp().value().flatMap(IpLiteral::parse);
        List<String> addresses = answers.stream().flatMap(a -> a.data().stream()).toList();
        Optional<String> unknown = unknown(client, answers);
        if (client.isPresent() && contains(addresses, client.get())) {
            return finding(MESSAGE_HELO_GOOD, helo, "client", client(envelope));
        }
        if (unknown.isPresent()) {
            return finding(MESSAGE_HELO_NOT_KNOWN, helo, "reason", unknown.get());
        }
        return addresses.isEmpty()
                ? finding(MESSAGE_HELO_WITHOUT_ADDRESS, helo, "client", client(envelope))
                : Finding.of(
                        MESSAGE_HELO_OTHER_ADDRESS,
                        helo,
                        "client",
                        client(envelope),
                        "addresses",
                        String.join(", ", addresses));
    }

    private static Optional<String> unknown(Optional<InetAddress> client, List<DnsAnswer> answers) {
        if (client.isEmpty()) {
            return Optional.of("CLIENT_NOT_KNOWN");
        }
        return client.filter(InnerAddress::isInner).isPresent()
                ? Optional.of("NOT_PUBLIC")
                : answers.stream().flatMap(a -> a.failure().stream()).map(Enum::name).findFirst();
    }

    private static boolean contains(List<String> addresses, InetAddress client) {
        return addresses.stream()
                .flatMap(a -> IpLiteral.parse(a).stream())
                .anyMatch(client::equals);
    }

    private static Finding finding(FindingCode code, String helo, String name, String value) {
        return Finding.of(code, helo, name, value);
    }

    private static String client(EnvelopeSeen envelope) {
        return envelope.clientIp().value().orElse("?");
    }
}
