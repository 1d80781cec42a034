package dev.mailcheck.bot;

import dev.mailcheck.bot.message.Say;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.store.Stores;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much a member and a workspace may ask for. */
final class SlackQuotas {
    private static final Quotas.Limits OF_TEAM =
            new Quotas.Limits(
                    List.of(
                            new Quotas.Window(200, Duration.ofHours(1)),
                            new Quotas.Window(1_000, Duration.ofDays(1))),
                    Integer.MAX_VALUE);

    private final Quotas ofMember;
    private final Quotas ofTeam;

    SlackQuotas(Stores stores, Clock clock) {
        this.ofMember =
                new Quotas(stores.counters(), stores.claims(), Quotas.Limits.DEFAULT, clock);
        this.ofTeam = new Quotas(stores.counters(), stores.claims(), OF_TEAM, clock);
    }

    /** Counts so many; if it is too much, what to say. */
    Optional<String> take(Person person, int count, Say say) {
        Optional<String> busy = Optional.empty();
        for (int i = 0; i < count && busy.isEmpty(); i++) {
            busy =
                    ofMember.take("slack/" + person.name())
                            .map(wait -> said("busy", wait, say))
                            .or(() ->
                                    ofTeam.take("slack/" + person.team())
                                            .map(wait -> said("busy.team", wait, say)));
        }
        return busy;
    }

    private static String said(String key, Duration wait, Say say) {
        return say.of(key, Map.of("wait", words(wait, say)));
    }

    private static String words(Duration wait, Say say) {
        long seconds = wait.toSeconds();
        if (seconds < 120) {
            return say.of("wait.seconds", Map.of("count", String.valueOf(seconds)));
        }
        if (seconds < 2 * 3600) {
            return say.of("wait.minutes", Map.of("count", String.valueOf((seconds + 59) / 60)));
        }
        return say.of("wait.hours", Map.of("count", String.valueOf((seconds + 3599) / 3600)));
    }
}
