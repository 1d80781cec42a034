package dev.mailcheck.service;

import dev.mailcheck.answer.Silence;
import dev.mailcheck.store.Counters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many mails were answered and how many were not, and why, day by day (UTC). It knows of no
 * sender and no address.
 */
public final class SilenceCounts {
    private static final Duration KEPT = Duration.ofDays(31);
    private static final String ANSWERED = "ANSWERED";

    private final Counters counters;
    private final Clock clock;

    /** Why an answer that was to be given did not go out, as far as we know. */
    public enum Unsent {
        /** Those who should deliver it do not want it. */
        REFUSED,
        /** They could not be reached for too long. */
        GIVEN_UP,
        /** They may have it. */
        IN_DOUBT
    }

    public SilenceCounts(Counters counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    void answered() {
        add(ANSWERED, 1, today());
    }

    void silent(Silence reason) {
        add(reason.name(), 1, today());
    }

    /** Counts an answer that was counted as given, and is not. */
    public void unsent(Unsent why) {
        add(name(why), 1, today());
    }

    private static String name(Unsent why) {
        return "ANSWER_" + why;
    }

    /** The counts of that day, by reason; what never happened is left out. */
    public Map<String, Long> of(LocalDate day) {
        Map<String, Long> counts = new LinkedHashMap<>();
        put(ANSWERED, day, counts);
        for (Silence reason : Silence.values()) {
            put(reason.name(), day, counts);
        }
        for (Unsent why : Unsent.values()) {
            put(name(why), day, counts);
        }
        return counts;
    }

    private void put(String name, LocalDate day, Map<String, Long> counts) {
        long count = add(name, 0, day);
        if (count > 0) {
            counts.put(name, count);
        }
    }

    private long add(String name, long amount, LocalDate day) {
        Instant until = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT);
        return counters.add("mail/" + name + "/" + day, amount, until);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
