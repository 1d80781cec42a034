package dev.mailcheck.dns;

import dev.mailcheck.net.Network;
import dev.mailcheck.net.Routing;
import dev.mailcheck.net.Routing.Route;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Questions to nameservers themselves: past the egress guard, each once, without recursion. */
final class ServerQuestions {
    private static final int DNS_PORT = 53;

    private final QuestionCache cache;
    private final Network network;
    private final Routing routing;

    ServerQuestions(QuestionCache cache, Network network, Routing routing) {
        this.cache = cache;
        this.network = network;
        this.routing = routing;
    }

    CompletableFuture<Reply> ask(InetAddress server, Question question) {
        if (!network.permits(server)) {
            return failed(DnsFailure.NETWORK, question, "the address is not public");
        }
        return switch (routing.route(server, DNS_PORT)) {
            case Route.Open(InetSocketAddress socket) ->
                    cache.ask(List.of(socket), question, QueryForm.TO_SERVER);
            case Route.Refused() -> failed(DnsFailure.NETWORK, question, "nobody listens there");
            case Route.Dropped() -> failed(DnsFailure.TIMEOUT, question, "no answer");
            case Route.Unreachable() -> failed(DnsFailure.NETWORK, question, "no route");
        };
    }

    private static CompletableFuture<Reply> failed(
            DnsFailure reason, Question question, String detail) {
        return CompletableFuture.completedFuture(
                new Reply.Missing(reason, question + ": " + detail));
    }
}
