package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;

import java.util.List;

/** The hosts of an MX answer; the null MX of RFC 7505 has none. */
final class MxHosts {
    private MxHosts() {}

    static List<String> of(DnsAnswer mx) {
        return mx.data().stream()
                .map(data -> data.substring(data.indexOf(' ') + 1))
                .filter(host -> !host.isEmpty() && !host.equals("."))
                .toList();
    }
}
