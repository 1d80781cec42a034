package dev.mailcheck.functions;

import dev.mailcheck.dns.ResolverList;
import dev.mailcheck.dns.TrustAnchorSet;
import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.dnsbl.ListKeys;
import dev.mailcheck.dnsbl.ListUse;
import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.LocalRoute;
import dev.mailcheck.net.Routing;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.RelayProbing;
import dev.mailcheck.run.Surroundings;
import dev.mailcheck.tls.JdkTrustAnchors;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * Where functions look from, and how every check of this installation is done.
 *
 * @param surroundings opened by those who look; others need options and clock only
 * @param options for all checks alike
 * @param clock tells the time to judge by
 */
public record Place(Supplier<Surroundings> surroundings, CheckOptions options, Clock clock) {
    /**
     * Names of variables with keys of lists, separated by commas; the keys are with one function.
     */
    private static final String KEYS_AT_HAND = "MAILCHECK_LIST_KEYS";

    private static final String RESOLVER = "MAILCHECK_RESOLVER";

    /** Another place than the internet. Only tests bring one along; on AWS there is none. */
    public interface Lab {
        Place place(Map<String, String> environment);
    }

    /** The place of this process. */
    public static Place ofThisProcess(Map<String, String> environment) {
        return ServiceLoader.load(Lab.class)
                .findFirst()
                .map(lab -> lab.place(environment))
                .orElseGet(() -> internet(environment));
    }

    static Place internet(Map<String, String> environment) {
        return new Place(() -> surroundings(environment), options(environment), Clock.systemUTC());
    }

    private static Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(
                AddressPolicy.PUBLIC_ONLY,
                Routing.DIRECT,
                resolvers(environment),
                TrustAnchorSet.iana(),
                JdkTrustAnchors.ofJdk(Path.of(System.getProperty("java.home")), List.of()),
                LocalRoute::hasGlobalIpv6,
                "",
                LocalRoute::ownAddress,
                Clock.systemUTC(),
                new SecureRandom(),
                keys(environment));
    }

    private static List<InetSocketAddress> resolvers(Map<String, String> environment) {
        String named = environment.getOrDefault(RESOLVER, "");
        return named.isEmpty() ? ResolverList.ofSystem() : ResolverList.parse(named).orElseThrow();
    }

    private static ListKeys keys(Map<String, String> environment) {
        return ListKeys.of(
                BlockLists.known(),
                name -> Optional.ofNullable(environment.get(name)).filter(ListKeys::isKey));
    }

    private static CheckOptions options(Map<String, String> environment) {
        List<String> keys =
                List.of(environment.getOrDefault(KEYS_AT_HAND, "").split(",")).stream()
                        .filter(name -> !name.isEmpty())
                        .toList();
        return new CheckOptions(
                List.of(),
                true,
                25,
                "",
                Optional.empty(),
                RelayProbing.CONTROL_NOT_PROVEN,
                Optional.empty(),
                List.of(),
                List.of(),
                true,
                false,
                new ListAccess(ListUse.SERVICE, keys));
    }
}
