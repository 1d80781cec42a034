package dev.mailcheck.dns;

import dev.mailcheck.dns.Security.State;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Asks the zones' own servers for what is bogus through the resolver. A zone whose keys do not hold
 * is asked once: all that it signs breaks with them.
 */
final class OwnServersConfirmation implements Confirmation {
    private final Supplier<SecondOpinion> opinion;
    private final Map<String, CompletableFuture<Security>> opinions = new ConcurrentHashMap<>();

    OwnServersConfirmation(Supplier<SecondOpinion> opinion) {
        this.opinion = opinion;
    }

    @Override
    public CompletableFuture<Security> of(Question question, Security bogus) {
        Optional<DnsName> name = WireName.parse(question.name());
        Optional<RecordType> type = question.recordType();
        if (name.isEmpty() || type.isEmpty()) {
            return CompletableFuture.completedFuture(notConfirmed(bogus));
        }
        return asked(shared(question, bogus), name.get(), type.get())
                .thenCompose(said ->
                        said.state() == State.BOGUS
                                ? CompletableFuture.completedFuture(said)
                                : asked(question.toString(), name.get(), type.get()))
                .thenApply(said -> judged(said, bogus));
    }

    private CompletableFuture<Security> asked(String key, DnsName name, RecordType type) {
        return opinions.computeIfAbsent(key, first -> opinion.get().of(name, type));
    }

    /** What else the same fault breaks. */
    private static String shared(Question question, Security bogus) {
        return bogus.broken()
                .map(BrokenLink::link)
                .filter(link -> link.endsWith(" DNSKEY") || link.endsWith(" DS"))
                .orElse(question.toString());
    }

    private static Security judged(Security own, Security bogus) {
        return switch (own.state()) {
            case BOGUS -> bogus;
            case SECURE, INSECURE -> own.ofOwnServers();
            case UNKNOWN -> notConfirmed(bogus);
        };
    }

    private static Security notConfirmed(Security bogus) {
        return Security.of(State.UNKNOWN, "BOGUS_NOT_CONFIRMED: " + bogus.detail());
    }
}
