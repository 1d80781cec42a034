package dev.mailcheck.bot;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Counters;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Who waits for which run, and who was told. Several may wait for one run, and are told once each,
 * however many try to tell them. It stands in the stores that every service has: a counter gives
 * each a place, a claim holds it.
 */
public final class Waiting {
    /** Longer than an answer's address is good for. */
    private static final Duration KEPT = Duration.ofMinutes(50);

    private final Counters counters;
    private final Claims claims;
    private final Seal seal;
    private final JsonType<Watcher> json;
    private final Clock clock;
    private final RandomGenerator random;

    public Waiting(Stores stores, Seal seal, Jsonb jsonb, Clock clock, RandomGenerator random) {
        this.counters = stores.counters();
        this.claims = stores.claims();
        this.seal = seal;
        this.json = jsonb.type(Watcher.class);
        this.clock = clock;
        this.random = random;
    }

    /** Takes one more down; of two of one check the later counts. */
    void add(Watcher watcher, StoredRun run) {
        Instant until = until(run);
        long place = counters.add(count(run), 1, until);
        claims.claim(place(run, place), seal.closed(JsonText.of(json, watcher)), until);
    }

    /**
     * Takes down who waits for a test mail, which has no run until it comes.
     *
     * @param until how long the mail may come
     */
    void addForMail(Watcher watcher, Instant until) {
        Hashed check = new Secret(watcher.check()).hashed();
        claims.claim(mail(check), seal.closed(JsonText.of(json, watcher)), until.plus(KEPT));
    }

    private static String mail(Hashed check) {
        return "slack/mail/" + check.hex();
    }

    /** All who wait for this run, told or not. */
    Collection<Watcher> of(StoredRun run) {
        Map<String, Watcher> byCheck = new LinkedHashMap<>();
        long places = counters.add(count(run), 0, until(run));
        for (long place = 1; place <= places; place++) {
            claims.holder(place(run, place))
                    .flatMap(seal::opened)
                    .map(json::fromJson)
                    .ifPresent(watcher -> byCheck.put(watcher.check(), watcher));
        }
        MailDesk.openedFor(run, claims)
                .flatMap(check -> claims.holder(mail(check)))
                .flatMap(seal::opened)
                .map(json::fromJson)
                .ifPresent(watcher -> byCheck.put(watcher.check(), watcher));
        return byCheck.values();
    }

    /** Whether it is on the caller to tell this: of many who try, one. */
    boolean take(String what, Watcher watcher) {
        String mine = Secret.random(random).text();
        Instant until = clock.instant().plus(KEPT);
        return claims.claim(told(what, watcher), mine, until).equals(mine);
    }

    /** It could not be told now: somebody may try again. */
    void giveBack(String what, Watcher watcher) {
        claims.replace(told(what, watcher), "", clock.instant());
    }

    private static String told(String what, Watcher watcher) {
        return "slack/" + what + "/" + new Secret(watcher.check()).hashed().hex();
    }

    private static String count(StoredRun run) {
        return "slack/waiting/" + run.key();
    }

    private static String place(StoredRun run, long place) {
        return "slack/waiting/" + run.key() + "/" + place;
    }

    /** The same for all of a run: those who come last come ten minutes after the first. */
    private static Instant until(StoredRun run) {
        return run.createdAt().plus(KEPT);
    }

    /** How long ago it was asked; empty once the answer's address is good no longer. */
    static Optional<Duration> age(Watcher watcher, Clock clock) {
        Duration age = Duration.between(Instant.ofEpochMilli(watcher.since()), clock.instant());
        return age.compareTo(Duration.ofMinutes(30)) < 0 ? Optional.of(age) : Optional.empty();
    }
}
