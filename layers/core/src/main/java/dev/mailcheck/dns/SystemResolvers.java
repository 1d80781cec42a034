package dev.mailcheck.dns;

import org.xbill.DNS.ResolverConfig;

import java.net.InetSocketAddress;
import java.util.List;

/** Tmp. */
public final class SystemResolvers {
    private SystemResolvers() {}

    /** Tmp. */
    public static List<InetSocketAddress> servers() {
        return ResolverConfig.getCurrentConfig().servers();
    }
}
