package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.RecordType;

import java.util.List;
import java.util.Optional;

/** Addresses in DNS answers. */
final class Addresses {
    private Addresses() {}

    /** Only the client's own family is asked for (RFC 7208, section 5). */
    static RecordType type(IpAddress client) {
        return client.v6() ? RecordType.AAAA : RecordType.A;
    }

    static List<IpAddress> of(DnsAnswer answer) {
        return answer.data().stream().map(IpAddress::parse).flatMap(Optional::stream).toList();
    }
}
