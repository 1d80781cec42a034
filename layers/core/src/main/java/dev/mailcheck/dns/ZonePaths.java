package dev.mailcheck.dns;

import org.xbill.DNS.Type;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Which zone's servers have the word on a question, found by following delegations. */
final class ZonePaths {
    private final Function<DnsName, List<Delegation>> walk;
    private final Executor executor;
    private final Map<DnsName, CompletableFuture<List<Delegation>>> walks =
            new ConcurrentHashMap<>();
    private final Map<DnsName, Delegation> known = new ConcurrentHashMap<>();

    /**
     * @param walk from the top-level domain down to a name; it may block
     */
    ZonePaths(Function<DnsName, List<Delegation>> walk, Executor executor) {
        this.walk = walk;
        this.executor = executor;
    }

    /** What the root and a top-level domain say of themselves is asked through the resolver. */
    static boolean isAbove(Question question) {
        return question.name().labels() <= 2;
    }

    /** Empty where the way was not found. */
    CompletableFuture<Optional<Delegation>> holding(Question question) {
        Optional<DnsName> name = WireName.parse(question.name());
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return switch (question.type()) {
            case Type.DS -> CompletableFuture.completedFuture(deepest(name.get().parent()));
            case Type.DNSKEY -> CompletableFuture.completedFuture(deepest(name.get()));
            default -> walked(name.get()).thenApply(path -> last(path));
        };
    }

    private static Optional<Delegation> last(List<Delegation> path) {
        return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
    }

    private CompletableFuture<List<Delegation>> walked(DnsName name) {
        return walks.computeIfAbsent(
                name,
                to ->
                        CompletableFuture.supplyAsync(() -> walk.apply(to), executor)
                                .thenApply(this::remembered));
    }

    private List<Delegation> remembered(List<Delegation> path) {
        path.forEach(zone -> known.putIfAbsent(zone.zone(), zone));
        return path;
    }

    /** Those of the names above were found when the way to the name was. */
    private Optional<Delegation> deepest(DnsName name) {
        return known.values().stream()
                .filter(zone -> zone.zone().contains(name))
                .max(Comparator.comparingInt(zone -> zone.zone().labels()));
    }
}
