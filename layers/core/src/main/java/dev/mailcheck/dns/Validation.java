package dev.mailcheck.dns;

import dev.mailcheck.dns.AnswerReader.Reading;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.Security.State;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * DNSSEC validation over the replies of a check (RFC 4035, section 5). The arithmetic and the
 * proofs are dnsjava's; here it is decided what its word is worth: bogus is said only where the
 * root's keys and the top-level domain's DS validate over the same way, every link of the chain has
 * come, and the zone's own servers give the same.
 */
final class Validation implements AutoCloseable {
    private static final int THREADS = 2;

    private final Asker asker;
    private final KeySource source;
    private final Validator validator;
    private final KeysFirst keysFirst;
    private final Diagnosis diagnosis;
    private final Confirmation confirmation;
    private final ExecutorService executor;
    private final Map<Question, CompletableFuture<Security>> judged = new ConcurrentHashMap<>();
    private final Map<DnsName, CompletableFuture<ChainStart>> starts = new ConcurrentHashMap<>();

    /**
     * @param confirmation how bogus is confirmed; what is given to it goes back for its answer
     */
    Validation(Asker asker, TrustAnchorSet anchors, Clock clock, Confirmation confirmation) {
        this.asker = asker;
        this.source = new KeySource(asker);
        this.executor =
                Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().daemon().name("dnssec-", 0).factory());
        this.validator = new Validator(source, anchors, clock, executor);
        this.keysFirst = new KeysFirst(asker, validator, executor);
        this.diagnosis = new Diagnosis(asker, clock, executor);
        this.confirmation = confirmation;
    }

    /** How secure the answer is, aliases included. */
    CompletableFuture<Security> of(DnsName name, RecordType type) {
        asker.prefetch(Question.of(name, type));
        fetchTop(name);
        return rootKeys()
                .thenComposeAsync(
                        root ->
                                switch (root) {
                                    case ChainStart.Sound() -> follow(new AliasChain(name), type);
                                    case ChainStart.Broken(String detail) -> unknown(detail);
                                    case ChainStart.Unanswered(String detail) -> unknown(detail);
                                },
                        executor);
    }

    /** The reply that is validated. */
    CompletableFuture<Reply> reply(Question question) {
        return asker.ask(question);
    }

    /** All chains need these; asked for early, they are there when they are needed. */
    private void fetchTop(DnsName name) {
        asker.prefetch(Question.of(DnsName.ROOT, RecordType.DNSKEY));
        if (!name.isRoot()) {
            asker.prefetch(Question.of(name.rightmost(1), RecordType.DS));
            asker.prefetch(Question.of(name.rightmost(1), RecordType.DNSKEY));
        }
    }

    private CompletableFuture<Security> follow(AliasChain chain, RecordType type) {
        Question question = Question.of(chain.end(), type);
        int links = chain.aliases().size();
        return asker.ask(question)
                .thenComposeAsync(
                        reply ->
                                switch (reply) {
                                    case Reply.Missing missing -> unknown(told(missing.failed()));
                                    case Reply.Received(Message message) ->
                                            read(question, message, type, chain, links);
                                },
                        executor);
    }

    private CompletableFuture<Security> read(
            Question question, Message message, RecordType type, AliasChain chain, int links) {
        return switch (AnswerReader.read(message, type, chain)) {
            case Reading.Complete(Failed failed) -> unknown(told(failed));
            case Reading.Complete(DnsAnswer answer) -> judge(question, message);
            case Reading.Referral(AliasChain end) -> unknown(question + ": a referral");
            case Reading.Continues(AliasChain end) ->
                    aliasesThen(question, end.aliases().subList(links, end.aliases().size()))
                            .thenCombine(follow(end, type), Security::and);
        };
    }

    /** A reply that ends with an alias proves nothing as a whole, so each alias is asked for. */
    private CompletableFuture<Security> aliasesThen(Question question, List<DnsName> aliases) {
        List<Question> links = new ArrayList<>();
        links.add(new Question(question.name(), Type.CNAME));
        for (DnsName alias : aliases.subList(0, aliases.size() - 1)) {
            links.add(Question.of(alias, RecordType.CNAME));
        }
        return links.stream()
                .map(this::link)
                .reduce((one, other) -> one.thenCombine(other, Security::and))
                .orElseThrow();
    }

    private CompletableFuture<Security> link(Question alias) {
        return asker.ask(alias)
                .thenComposeAsync(
                        reply ->
                                switch (reply) {
                                    case Reply.Missing missing -> unknown(told(missing.failed()));
                                    case Reply.Received(Message message) -> judge(alias, message);
                                },
                        executor);
    }

    private CompletableFuture<Security> judge(Question question, Message message) {
        if (Signatures.tooMany(message)) {
            return unknown(question + ": " + KeySource.TOO_MANY);
        }
        return judged.computeIfAbsent(
                question,
                key ->
                        keysFirst
                                .validate(key, message)
                                .thenComposeAsync(said -> temper(key, message, said), executor));
    }

    /** What may be said, given what the validator says. */
    private CompletableFuture<Security> temper(Question question, Message message, Security said) {
        List<Name> names = names(question, message);
        return switch (said.state()) {
            case SECURE ->
                    done(Security.secure(Signatures.end(message), Signatures.denial(message)));
            case INSECURE, UNKNOWN -> done(unlessLinkMissing(names, said));
            case BOGUS ->
                    temperBogus(names, message, said)
                            .thenComposeAsync(
                                    tempered -> confirmed(question, message, names, tempered),
                                    executor);
        };
    }

    private CompletableFuture<Security> confirmed(
            Question question, Message message, List<Name> names, Security said) {
        return said.state() == State.BOGUS
                ? diagnosis
                        .of(question, message, names)
                        .thenComposeAsync(
                                link -> confirmation.of(question, message, said.with(link)),
                                executor)
                : done(said);
    }

    private Security unlessLinkMissing(List<Name> names, Security said) {
        return names.stream()
                .map(source::missingAbove)
                .flatMap(Optional::stream)
                .findFirst()
                .map(missing -> Security.of(State.UNKNOWN, told(missing.failed())))
                .orElse(said);
    }

    private CompletableFuture<Security> temperBogus(
            List<Name> names, Message message, Security said) {
        Security unlessMissing = unlessLinkMissing(names, said);
        Optional<Name> shared =
                names.stream().map(source::sharedTagAbove).flatMap(Optional::stream).findFirst();
        if (unlessMissing.state() == State.UNKNOWN) {
            return done(unlessMissing);
        }
        if (Signatures.overHashed(message)) {
            return done(Security.of(State.INSECURE, ""));
        }
        if (shared.isPresent()) {
            return unknown(WireName.text(shared.get()) + ": two keys have one tag");
        }
        return names.stream()
                .map(name -> topOf(name).thenApply(start -> throughSound(start, said)))
                .reduce((one, other) -> one.thenCombine(other, Validation::lessCertain))
                .orElseThrow();
    }

    private CompletableFuture<ChainStart> topOf(Name name) {
        return top(WireName.parse(new Name(name, name.labels() - 2)).orElse(DnsName.ROOT));
    }

    private static Security throughSound(ChainStart start, Security said) {
        return switch (start) {
            case ChainStart.Sound() -> said;
            case ChainStart.Broken(String detail) -> Security.of(State.UNKNOWN, detail);
            case ChainStart.Unanswered(String detail) -> Security.of(State.UNKNOWN, detail);
        };
    }

    private static Security lessCertain(Security one, Security other) {
        return one.state() == State.UNKNOWN ? one : other;
    }

    /** The asked name and those its aliases lead to. */
    private static List<Name> names(Question question, Message message) {
        List<Name> names = new ArrayList<>();
        names.add(question.name());
        for (Record record : message.getSection(Section.ANSWER)) {
            if (record instanceof CNAMERecord cname && names.size() <= AliasChain.MAX_ALIASES) {
                names.add(cname.getTarget());
            }
        }
        return names;
    }

    /** The root's keys and this name's top-level domain's DS. */
    CompletableFuture<ChainStart> start(DnsName name) {
        fetchTop(name);
        return top(name.rightmost(1));
    }

    private CompletableFuture<ChainStart> top(DnsName top) {
        CompletableFuture<ChainStart> root = rootKeys();
        return starts.computeIfAbsent(
                top, key -> root.thenComposeAsync(sound -> delegation(sound, key), executor));
    }

    private CompletableFuture<ChainStart> delegation(ChainStart root, DnsName top) {
        return root instanceof ChainStart.Sound && !SpecialUse.covers(top)
                ? firstLink(Question.of(top, RecordType.DS))
                : CompletableFuture.completedFuture(root);
    }

    private CompletableFuture<ChainStart> rootKeys() {
        return starts.computeIfAbsent(
                DnsName.ROOT, root -> firstLink(Question.of(root, RecordType.DNSKEY)));
    }

    private CompletableFuture<ChainStart> firstLink(Question question) {
        return asker.ask(question)
                .thenComposeAsync(
                        reply ->
                                switch (reply) {
                                    case Reply.Missing missing -> unanswered(missing);
                                    case Reply.Received received ->
                                            validator
                                                    .validate(question)
                                                    .thenApply(said -> firstLink(question, said));
                                },
                        executor);
    }

    private static CompletableFuture<ChainStart> unanswered(Reply.Missing missing) {
        return CompletableFuture.completedFuture(new ChainStart.Unanswered(told(missing.failed())));
    }

    /** A top-level domain may be unsigned; the root is not. */
    private static ChainStart firstLink(Question question, Security said) {
        boolean root = question.type() == Type.DNSKEY;
        return switch (said.state()) {
            case SECURE -> new ChainStart.Sound();
            case INSECURE ->
                    root
                            ? new ChainStart.Broken(question + ": does not validate here")
                            : new ChainStart.Sound();
            case UNKNOWN -> new ChainStart.Unanswered(said.detail());
            case BOGUS -> new ChainStart.Broken(said.detail());
        };
    }

    private static CompletableFuture<Security> done(Security security) {
        return CompletableFuture.completedFuture(security);
    }

    private static CompletableFuture<Security> unknown(String detail) {
        return done(Security.of(State.UNKNOWN, detail));
    }

    private static String told(Failed failed) {
        return failed.reason() + ": " + failed.detail();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
