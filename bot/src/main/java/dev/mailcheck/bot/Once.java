package dev.mailcheck.bot;

import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Remembers requests, so that one that comes again does nothing: Slack sends again what it got no
 * answer to in time, and others may send again what they have overheard. Each holds an id that
 * Slack gives once, so the whole request is what is remembered.
 */
public final class Once {
    /** Twice as long as a signature is good for. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Claims claims;
    private final Clock clock;
    private final RandomGenerator random;

    public Once(Claims claims, Clock clock, RandomGenerator random) {
        this.claims = claims;
        this.clock = clock;
        this.random = random;
    }

    /** Whether this comes for the first time. */
    public boolean isFirst(String request) {
        String mine = Secret.random(random).text();
        String key = "slack/once/" + Hashed.of(request).hex();
        return claims.claim(key, mine, clock.instant().plus(KEPT)).equals(mine);
    }
}
