package dev.mailcheck.dns;

import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/** Tmp. */
public final class SystemResolvers {
    private SystemResolvers() {}

    /** Tmp. */
    public static List<InetSocketAddress> servers() {
        return ResolverConfig.getCurrentConfig().servers();
    }
}
