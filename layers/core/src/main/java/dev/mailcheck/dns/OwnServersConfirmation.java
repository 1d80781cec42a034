package dev.mailcheck.dns;

import dev.mailcheck.dns.SecondOpinion.Opinion;
import dev.mailcheck.dns.Security.State;

import org.xbill.DNS.Message;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks the zones' own servers for what is bogus through the resolver. A zone whose keys do not hold
 * is asked once: all that it signs breaks with them.
 */
final class OwnServersConfirmation implements Confirmation {
    private final Supplier<SecondOpinion> opinion;
    private final Map<String, CompletableFuture<Opinion>> opinions = new ConcurrentHashMap<>();

    OwnServersConfirmation(Supplier<SecondOpinion> opinion) {
        this.opinion = opinion;
    }

    @Override
    public CompletableFuture<Security> of(Question question, Message message, Security bogus) {
        Optional<DnsName> name = WireName.parse(question.name());
        Optional<RecordType> type = question.recordType();
        if (name.isEmpty() || type.isEmpty()) {
            return CompletableFuture.completedFuture(unknown("BOGUS_NOT_CONFIRMED", bogus));
        }
        Function<String, CompletableFuture<Opinion>> asked =
                key ->
                        opinions.computeIfAbsent(
                                key,
                                first ->
                                        opinion.get()
                                                .of(question, name.get(), type.get(), message));
        return asked.apply(shared(question, bogus))
                .thenCompose(said ->
                        said.security().state() == State.BOGUS
                                ? CompletableFuture.completedFuture(said)
                                : asked.apply(question.toString()))
                .thenApply(said -> judged(question, said, bogus));
    }

    /** What else the same fault breaks. */
    private static String shared(Question question, Security bogus) {
        return bogus.broken()
                .map(BrokenLink::link)
                .filter(link -> link.endsWith(" DNSKEY") || link.endsWith(" DS"))
                .map(link -> "all below " + link)
                .orElse(question.toString());
    }

    private static Security judged(Question question, Opinion own, Security bogus) {
        return switch (own.security().state()) {
            case BOGUS -> bogus;
            case SECURE, INSECURE ->
                    own.same()
                            ? own.security().ofOwnServers()
                            : unknown("RESOLVER_CHANGES_ANSWERS", bogus);
            case UNKNOWN -> notConfirmed(question, bogus);
        };
    }

    /** What resolvers answer themselves has no servers that could be asked. */
    private static Security notConfirmed(Question question, Security bogus) {
        return WireName.parse(question.name()).filter(SpecialUse::covers).isPresent()
                ? Security.of(State.INSECURE, "")
                : unknown("BOGUS_NOT_CONFIRMED", bogus);
    }

    private static Security unknown(String reason, Security bogus) {
        return Security.of(State.UNKNOWN, reason + ": " + bogus.detail());
    }
}
