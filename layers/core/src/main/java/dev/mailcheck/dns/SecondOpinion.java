package dev.mailcheck.dns;

import org.xbill.DNS.Message;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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

    /**
     * What one server's answer is worth.
     *
     * @param same whether it says the same as the resolver's
     */
    record Opinion(Security security, boolean same) {
        private int rank() {
            return switch (security.state()) {
                case SECURE -> same ? 0 : 2;
                case INSECURE -> same ? 1 : 2;
                case BOGUS -> 3;
                case UNKNOWN -> 4;
            };
        }
    }

    /** The best of the servers, whatever the resolver says. */
    CompletableFuture<Security> of(DnsName name, RecordType type) {
        return best(validation -> validation.of(name, type).thenApply(s -> new Opinion(s, true)))
                .thenApply(Opinion::security);
    }

    /** The best of the servers; UNKNOWN where none of them could be asked. */
    CompletableFuture<Opinion> of(
            Question question, DnsName name, RecordType type, Message ofResolver) {
        return best(validation -> of(validation, question, name, type, ofResolver));
    }

    private CompletableFuture<Opinion> best(
            Function<Validation, CompletableFuture<Opinion>> opinion) {
        return ofServers.stream()
                .map(opinion)
                .reduce((one, other) -> one.thenCombine(other, SecondOpinion::better))
                .orElseThrow();
    }

    private static CompletableFuture<Opinion> of(
            Validation validation,
            Question question,
            DnsName name,
            RecordType type,
            Message ofResolver) {
        return validation
                .of(name, type)
                .thenCombine(
                        validation.reply(question),
                        (security, reply) ->
                                new Opinion(
                                        security,
                                        reply instanceof Reply.Received(Message own)
                                                && SameAnswer.of(question, ofResolver, own)));
    }

    private static Opinion better(Opinion one, Opinion other) {
        return Comparator.comparingInt(Opinion::rank).compare(one, other) <= 0 ? one : other;
    }

    @Override
    public void close() {
        ofServers.forEach(Validation::close);
    }
}
