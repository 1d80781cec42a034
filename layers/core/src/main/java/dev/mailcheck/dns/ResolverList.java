package dev.mailcheck.dns;

import dev.mailcheck.dns.Parsed.Invalid;
import dev.mailcheck.dns.Parsed.Valid;
import dev.mailcheck.net.IpLiteral;

import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which resolvers to ask: the one that is named, or the system's. */
public final class ResolverList {
    private static final int DNS_PORT = 53;

    /** As many as the C library takes. */
    private static final int MAX_SERVERS = 3;

    private static final Pattern HOST_PORT =
            Pattern.compile("(?:\\[([^\\]]+)\\]|([^\\[\\]:]+))(?::(\\d{1,5}))?");

    private ResolverList() {}

    /**
     * Reads {@code HOST[:PORT]}: an address, one in brackets, or a name, which the system looks up.
     */
    public static Parsed<List<InetSocketAddress>> parse(String text) {
        Optional<InetAddress> bare = IpLiteral.parse(text);
        if (bare.isPresent()) {
            return new Valid<>(List.of(new InetSocketAddress(bare.get(), DNS_PORT)));
        }
        Matcher parts = HOST_PORT.matcher(text);
        if (!parts.matches()) {
            return new Invalid<>("resolver " + Shown.text(text) + ": must be HOST or HOST:PORT");
        }
        int port = parts.group(3) == null ? DNS_PORT : Integer.parseInt(parts.group(3));
        if (port < 1 || port > 65_535) {
            return new Invalid<>("resolver " + Shown.text(text) + ": no such port");
        }
        return parts.group(1) != null ? address(parts.group(1), port) : host(parts.group(2), port);
    }

    private static Parsed<List<InetSocketAddress>> address(String text, int port) {
        return IpLiteral.parse(text)
                .<Parsed<List<InetSocketAddress>>>map(
                        address -> new Valid<>(List.of(new InetSocketAddress(address, port))))
                .orElseGet(
                        () -> new Invalid<>("resolver " + Shown.text(text) + ": not an address"));
    }

    private static Parsed<List<InetSocketAddress>> host(String name, int port) {
        Optional<InetAddress> address = IpLiteral.parse(name);
        if (address.isPresent()) {
            return address(name, port);
        }
        try {
            return new Valid<>(List.of(new InetSocketAddress(InetAddress.getByName(name), port)));
        } catch (UnknownHostException unknown) {
            return new Invalid<>(
                    "resolver " + Shown.text(name) + ": the system knows no such host");
        }
    }

    /** The system's, at most three; the loopback address where none is configured. */
    public static List<InetSocketAddress> ofSystem() {
        List<InetSocketAddress> servers = ofResolvConf();
        return (servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers)
                .stream().limit(MAX_SERVERS).toList();
    }

    /** Where there is that file, the other sources, slow to load, need not be looked at. */
    private static List<InetSocketAddress> ofResolvConf() {
        ResolvConfResolverConfigProvider provider = new ResolvConfResolverConfigProvider();
        provider.initialize();
        return provider.servers();
    }
}
