package dev.mailcheck.dnsbl;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.IpLiteral;

import java.util.Arrays;
import java.util.Optional;

/** The names under which lists are asked. */
public final class ListQuestion {
    /** What a reverse name has behind the numbers: in-addr.arpa, ip6.arpa. */
    private static final int ARPA = 2;

    private ListQuestion() {}

    /**
     * The name that asks a list about an address (its numbers or nibbles turned round: RFC 5782,
     * sections 2.1 and 2.4) or a domain (section 3); empty where it would be too long to exist.
     */
    public static Optional<DnsName> name(String subject, ListKind kind, AskedList list) {
        return switch (kind) {
            case IP4, IP6 -> turnedRound(subject).flatMap(list.zone()::under);
            case DOMAIN -> list.zone().under(subject);
        };
    }

    private static Optional<String> turnedRound(String address) {
        return IpLiteral.parse(address)
                .map(DnsName::reverseOf)
                .map(name -> name.text().split("\\.", -1))
                .map(labels -> String.join(".", Arrays.copyOf(labels, labels.length - ARPA)));
    }
}
