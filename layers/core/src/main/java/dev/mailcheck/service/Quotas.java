package dev.mailcheck.service;

import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Counters;
import dev.mailcheck.store.Hashed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much a source may ask for: a network, the name of an API key, a team. Who sends nothing but
 * mistakes is left out for a while, which doubles. Sources are stored as hashes.
 */
public final class Quotas {
    private static final Duration MISTAKES_WITHIN = Duration.ofMinutes(10);
    private static final Duration FIRST_BAN = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration DAY = Duration.ofDays(1);

    private final Counters counters;
    private final Claims claims;
    private final Limits limits;
    private final Clock clock;

    /** So many of a source within so long. */
    public record Window(int most, Duration length) {}

    /**
     * What one source may do.
     *
     * @param windows all of them hold
     * @param mistakes so many within ten minutes, and the source is left out
     */
    public record Limits(List<Window> windows, int mistakes) {
        public static final Limits DEFAULT =
                new Limits(
                        List.of(
                                new Window(10, Duration.ofMinutes(1)),
                                new Window(60, Duration.ofHours(1)),
                                new Window(200, DAY)),
                        20);

        public Limits {
            windows = List.copyOf(windows);
        }
    }

    public Quotas(Counters counters, Claims claims, Limits limits, Clock clock) {
        this.counters = counters;
        this.claims = claims;
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts one more; if it is too much, how long to wait. */
    public Optional<Duration> take(String source) {
        Optional<Duration> banned = banned(source);
        if (banned.isPresent()) {
            return banned;
        }
        return limits.windows().stream()
                .filter(window -> count(source, "ask", window.length()) > window.most())
                .map(window -> untilNext(window.length()))
                .max(Duration::compareTo);
    }

    /** Counts an input that nobody can use. */
    public void mistake(String source) {
        if (count(source, "mistake", MISTAKES_WITHIN) == limits.mistakes()) {
            int doublings = (int) Math.min(count(source, "ban", DAY) - 1, MOST_DOUBLINGS);
            Instant until = clock.instant().plus(FIRST_BAN.multipliedBy(1L << doublings));
            claims.replace(key(source, "banned"), until.toString(), until);
        }
    }

    private Optional<Duration> banned(String source) {
        return claims.holder(key(source, "banned"))
                .map(until -> Duration.between(clock.instant(), Instant.parse(until)))
                .map(Quotas::atLeastASecond);
    }

    private long count(String source, String what, Duration window) {
        Instant end = clock.instant().plus(untilNext(window));
        String key = key(source, what) + "/" + end.getEpochSecond();
        return counters.add(key, 1, Instant.ofEpochSecond(end.getEpochSecond()));
    }

    /** Windows of all sources begin at the same times. */
    private Duration untilNext(Duration window) {
        long length = window.toSeconds();
        return Duration.ofSeconds(length - Math.floorMod(clock.instant().getEpochSecond(), length));
    }

    private static Duration atLeastASecond(Duration wait) {
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    private static String key(String source, String what) {
        return "quota/" + what + "/" + Hashed.of(source).hex();
    }
}
