package dev.mailcheck.run;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.probe.CheckOptions;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * What we call ourselves at mail servers: this host's name where it resolves, else an address
 * literal (RFC 5321, section 4.1.4).
 */
public final class EhloName {
    private EhloName() {}

    /** The options with our name, unless they name another. */
    public static CheckOptions in(CheckOptions options, Surroundings surroundings, Dns dns) {
        return options.ehlo().isEmpty()
                ? options.withEhlo(
                        of(surroundings.hostName(), surroundings.ownAddress().get(), dns))
                : options;
    }

    /** The host's name if the DNS knows it, else the literal of its address, else of loopback. */
    public static String of(String hostName, Optional<InetAddress> ownAddress, Dns dns) {
        return Domain.parse(hostName)
                .map(Domain::dnsName)
                .filter(name -> resolves(name, dns))
                .map(DnsName::text)
                .orElseGet(() -> literal(ownAddress.orElseGet(InetAddress::getLoopbackAddress)));
    }

    private static boolean resolves(DnsName name, Dns dns) {
        return !dns.get(name, RecordType.A).records().isEmpty()
                || !dns.get(name, RecordType.AAAA).records().isEmpty();
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
    }
}
