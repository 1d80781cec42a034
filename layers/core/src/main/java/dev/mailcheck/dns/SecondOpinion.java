package dev.mailcheck.dns;

import dev.mailcheck.dns.Security.State;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Validates what a zone's own servers answer, where what came through the resolver is bogus. It may
 * be the resolver, or the way to it, that breaks things; and senders try another server where one
 * is broken. So it is bogus only if no server gives an answer that is not.
 */
final class SecondOpinion implements AutoCloseable {
    /** More servers are seldom in other hands. */
    static final int SERVERS = 3;

    private final List<Validation> ofServers;

    /**
     * @param made a validation over the answers of each zone's n-th server
     */
    SecondOpinion(IntFunction<Validation> made) {
        this.ofServers = IntStream.range(0, SERVERS).mapToObj(made).toList();
    }

    /** UNKNOWN where none of them could be asked. */
    CompletableFuture<Security> of(DnsName name, RecordType type) {
        return ofServers.stream()
                .map(validation -> validation.of(name, type))
                .reduce((one, other) -> one.thenCombine(other, SecondOpinion::better))
                .orElseThrow();
    }

    private static Security better(Security one, Security other) {
        return rank(one.state()) <= rank(other.state()) ? one : other;
    }

    private static int rank(State state) {
        return switch (state) {
            case SECURE -> 0;
            case INSECURE -> 1;
            case BOGUS -> 2;
            case UNKNOWN -> 3;
        };
    }

    @Override
    public void close() {
        ofServers.forEach(Validation::close);
    }
}
