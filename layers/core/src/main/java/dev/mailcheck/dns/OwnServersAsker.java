package dev.mailcheck.dns;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the servers of the zones themselves, one of each, and the resolver only for what lies above:
 * so the resolver cannot be what breaks an answer.
 */
final class OwnServersAsker implements Asker {
    private final Asker resolver;
    private final ServerQuestions servers;
    private final ZonePaths paths;
    private final int turn;

    /**
     * @param turn which of a zone's servers to ask
     */
    OwnServersAsker(Asker resolver, ServerQuestions servers, ZonePaths paths, int turn) {
        this.resolver = resolver;
        this.servers = servers;
        this.paths = paths;
        this.turn = turn;
    }

    @Override
    public CompletableFuture<Reply> ask(Question question) {
        return ZonePaths.isAbove(question)
                ? resolver.ask(question)
                : paths.holding(question)
                        .thenCompose(zone ->
                                zone.flatMap(this::inTurn)
                                        .map(server -> servers.ask(server, question))
                                        .orElseGet(() -> notFound(question)));
    }

    /** The resolver must not stand in: it would confirm itself. */
    private static CompletableFuture<Reply> notFound(Question question) {
        return CompletableFuture.completedFuture(
                new Reply.Missing(
                        DnsFailure.NETWORK, question + ": the zone's servers were not found"));
    }

    private Optional<InetAddress> inTurn(Delegation zone) {
        List<InetAddress> addresses =
                zone.servers().stream()
                        .flatMap(server -> IpLiteral.parse(server.address()).stream())
                        .toList();
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(addresses.get(turn % addresses.size()));
    }
}
