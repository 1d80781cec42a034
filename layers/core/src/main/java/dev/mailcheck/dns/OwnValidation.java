package dev.mailcheck.dns;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the second opinion when it is first needed, which is seldom, and ends it. */
final class OwnValidation implements AutoCloseable {
    /** For one walk down the delegations; silent servers must not cost the whole check. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Dns dns;
    private final Asker resolver;
    private final ServerQuestions servers;
    private final ResolverSettings settings;
    private @Nullable SecondOpinion made;
    private @Nullable ExecutorService executor;

    /**
     * @param dns for the walks down the delegations
     */
    OwnValidation(Dns dns, Asker resolver, ServerQuestions servers, ResolverSettings settings) {
        this.dns = dns;
        this.resolver = resolver;
        this.servers = servers;
        this.settings = settings;
    }

    synchronized SecondOpinion opinion() {
        SecondOpinion opinion = made == null ? make() : made;
        made = opinion;
        return opinion;
    }

    private SecondOpinion make() {
        ExecutorService threads =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("dns-own-", 0).factory());
        executor = threads;
        ZonePaths paths =
                new ZonePaths(
                        name ->
                                new DelegationWalk(
                                                dns,
                                                name,
                                                threads,
                                                settings.deadline().within(PATIENCE))
                                        .path(),
                        threads);
        return new SecondOpinion(turn ->
                new Validation(
                        new OwnServersAsker(resolver, servers, paths, turn),
                        settings.anchors(),
                        settings.clock(),
                        Confirmation.NONE));
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close();
        }
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
