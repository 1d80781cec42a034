package dev.mailcheck.dns;

import dev.mailcheck.dns.AnswerReader.Reading;
import dev.mailcheck.dns.DnsAnswer.Failed;

import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The DNS over the network, for one check. Questions go to the resolver with EDNS, DO and CD, names
 * absolute; records are believed only along the aliases from the asked name; validation is our own,
 * over the same replies. What the network does never throws: it is a {@link DnsFailure}. Must be
 * closed before the process ends.
 */
public final class ResolverDns implements Dns, AutoCloseable {
    private final ResolverSettings settings;
    private final QuestionPool pool;
    private final boolean ownPool;
    private final QuestionCache cache;
    private final ServerQuestions servers;
    private final Waiting waiting;
    private final Validation validation;
    private final OwnValidation ownValidation;

    /** For a check that is alone. */
    public ResolverDns(ResolverSettings settings) {
        this(settings, new QuestionPool(settings.deadline(), settings.random()), true);
    }

    /**
     * For a check among others.
     *
     * @param shared what they ask together; it stays open
     */
    public ResolverDns(ResolverSettings settings, QuestionPool shared) {
        this(settings, shared, false);
    }

    private ResolverDns(ResolverSettings settings, QuestionPool pool, boolean ownPool) {
        this.settings = settings;
        this.pool = pool;
        this.ownPool = ownPool;
        this.cache = new QuestionCache(pool, settings.quota());
        this.waiting = new Waiting(settings.deadline());
        this.servers = new ServerQuestions(cache, settings.network(), settings.routing());
        Asker resolver = question -> cache.ask(settings.servers(), question, QueryForm.TO_RESOLVER);
        this.ownValidation = new OwnValidation(this, resolver, servers, settings);
        this.validation =
                new Validation(
                        resolver,
                        settings.anchors(),
                        settings.clock(),
                        new OwnServersConfirmation(ownValidation::opinion));
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        CompletableFuture<DnsAnswer> answer = resolve(new AliasChain(name), type);
        return () -> waiting.orElse(answer, () -> late(name, type));
    }

    private CompletableFuture<DnsAnswer> resolve(AliasChain chain, RecordType type) {
        return cache.ask(settings.servers(), Question.of(chain.end(), type), QueryForm.TO_RESOLVER)
                .thenCompose(reply ->
                        switch (reply) {
                            case Reply.Missing missing -> done(missing.failed());
                            case Reply.Received(var message) ->
                                    goOn(AnswerReader.read(message, type, chain), type);
                        });
    }

    private CompletableFuture<DnsAnswer> goOn(Reading reading, RecordType type) {
        return switch (reading) {
            case Reading.Complete(DnsAnswer answer) -> done(answer);
            case Reading.Continues(AliasChain chain) -> resolve(chain, type);
            case Reading.Referral(AliasChain chain) ->
                    done(
                            new Failed(
                                    DnsFailure.REFUSED,
                                    chain.end() + " " + type + ": a referral, not an answer"));
        };
    }

    private static CompletableFuture<DnsAnswer> done(DnsAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private static Failed late(DnsName name, RecordType type) {
        return new Failed(DnsFailure.DEADLINE, name + " " + type + ": the deadline has passed");
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        CompletableFuture<ServerAnswer> answer =
                servers.ask(server, Question.of(name, type))
                        .thenApply(reply -> ServerReader.read(reply, name, type));
        return () -> waiting.orElse(answer, () -> ServerAnswer.of(late(name, type), false, false));
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        CompletableFuture<Security> security = validation.of(name, type);
        return () ->
                waiting.orElse(
                        security,
                        () ->
                                Security.of(
                                        Security.State.UNKNOWN,
                                        "DEADLINE: " + late(name, type).detail()));
    }

    @Override
    public Supplier<Security> securityAtOwnServers(DnsName name, RecordType type) {
        CompletableFuture<Security> security =
                ownValidation.opinion().of(name, type).thenApply(Security::ofOwnServers);
        return () ->
                waiting.orElse(
                        security,
                        () ->
                                Security.of(
                                        Security.State.UNKNOWN,
                                        "DEADLINE: " + late(name, type).detail()));
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        DnsName impossible =
                DnsName.of(
                        Long.toString(settings.random().nextLong() >>> 1, 36)
                                + "."
                                + SpecialUse.INVALID);
        CompletableFuture<Reply> checked =
                cache.ask(
                        settings.servers(),
                        Question.of(DnsName.ROOT, RecordType.SOA),
                        QueryForm.WITH_CHECKING);
        CompletableFuture<ChainStart> start = validation.start(name);
        Lookup rewritten = ask(impossible, RecordType.A);
        return () ->
                ResolverExam.judge(
                        waiting.orElse(start, () -> new ChainStart.Unanswered("DEADLINE")),
                        rewritten.answer(),
                        waiting.orElse(checked, () -> ResolverExam.NO_REPLY));
    }

    /** What went over the network so far, for all checks that ask together. */
    public ResolverTraffic traffic() {
        return new ResolverTraffic(cache.asked(), pool.packets(), pool.mostOpen());
    }

    @Override
    public void close() {
        if (ownPool) {
            pool.close();
        }
        validation.close();
        ownValidation.close();
    }
}
