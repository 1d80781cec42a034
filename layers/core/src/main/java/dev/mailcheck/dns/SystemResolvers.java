package dev.mailcheck.dns;

import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;

import java.net.InetSocketAddress;
import java.util.List;

/** The resolvers that this host is set up to ask. */
public final class SystemResolvers {
    /** As many as the C library takes. */
    private static final int MAX_SERVERS = 3;

    private SystemResolvers() {}

    /** At most three; the loopback address where none is configured. */
    public static List<InetSocketAddress> servers() {
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
