package dev.mailcheck.dns;

import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Puts validations in an order: a zone's keys are validated once, after its parent's, and before
 * all that they sign. Side by side each answer would validate the whole chain to the root anew,
 * which is most of the arithmetic of a check. The links are asked for at once; only the arithmetic
 * waits.
 */
final class KeysFirst {
    /** Links asked for early: zones are seldom deeper, and a name may have 127 labels. */
    private static final int MAX_EARLY = 4;

    private final Asker asker;
    private final Validator validator;
    private final Executor executor;
    private final Map<Name, CompletableFuture<Security>> keys = new ConcurrentHashMap<>();
    private final Map<Name, CompletableFuture<Security>> firsts = new ConcurrentHashMap<>();

    KeysFirst(Asker asker, Validator validator, Executor executor) {
        this.asker = asker;
        this.validator = validator;
        this.executor = executor;
    }

    /** The validator's word on the question; the root's keys must have been validated. */
    CompletableFuture<Security> validate(Question question, Message reply) {
        Optional<Name> signer =
                Signatures.signer(reply).filter(zone -> question.name().subdomain(zone));
        if (signer.isEmpty()) {
            return validateUnsigned(question);
        }
        prefetch(signer.get());
        return keysOf(signer.get())
                .thenComposeAsync(whatever -> validator.validate(question), executor);
    }

    private void prefetch(Name signer) {
        asker.prefetch(new Question(signer, Type.DNSKEY));
        Name zone = signer;
        for (int i = 0; i < MAX_EARLY && zone.labels() > 2; i++) {
            asker.prefetch(new Question(zone, Type.DS));
            zone = new Name(zone, 1);
        }
    }

    private CompletableFuture<Security> keysOf(Name zone) {
        Question question = new Question(zone, Type.DNSKEY);
        return keys.computeIfAbsent(
                zone,
                name ->
                        asker.ask(new Question(name, Type.DS))
                                .thenComposeAsync(reply -> parentKeys(name, reply), executor)
                                .thenComposeAsync(
                                        whatever -> validator.validate(question), executor));
    }

    /** A zone's DS is signed by its parent. */
    private CompletableFuture<Security> parentKeys(Name zone, Reply reply) {
        Optional<Name> parent =
                reply instanceof Reply.Received(Message message)
                        ? Signatures.signer(message)
                        : Optional.empty();
        return parent.filter(above -> isBelow(zone, above) && !above.equals(Name.root))
                .map(this::keysOf)
                .orElseGet(() -> done());
    }

    private static boolean isBelow(Name name, Name above) {
        return name.labels() > above.labels() && name.subdomain(above);
    }

    private static CompletableFuture<Security> done() {
        return CompletableFuture.completedFuture(Security.of(Security.State.UNKNOWN, ""));
    }

    /** The first in a domain finds the proof that there is no DS, and the others use it. */
    private CompletableFuture<Security> validateUnsigned(Question question) {
        Name domain = new Name(question.name(), Math.max(0, question.name().labels() - 3));
        asker.prefetch(new Question(domain, Type.DS));
        CompletableFuture<Security> mine = new CompletableFuture<>();
        CompletableFuture<Security> first = firsts.putIfAbsent(domain, mine);
        return first == null
                ? validator.validate(question).whenComplete((said, failure) -> mine.complete(said))
                : first.thenComposeAsync(whatever -> validator.validate(question), executor);
    }
}
