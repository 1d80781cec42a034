package dev.mailcheck.bot;

import dev.mailcheck.store.Secret;

import io.avaje.jsonb.Json;

import java.net.URI;
import java.time.Clock;

/**
 * Somebody who waits for the end of a run.
 *
 * @param check the id of the check, the key to its result
 * @param language word of it
 * @param responseUrl where to answer
 * @param place what the answer is to the message before it
 * @param base where our pages are; empty: nowhere
 * @param since milliseconds of the time it was asked
 */
@Json
public record Watcher(
        String run,
        String check,
        String domain,
        String language,
        String team,
        String user,
        String channel,
        String responseUrl,
        Place place,
        String base,
        long since) {
    /** What the answer is to the message before it. */
    public enum Place {
        /** It takes the place of the message that the button was on. */
        OF_BUTTON,
        /**
         * It follows a command, and takes the place of the first answer where Slack does that; at
         * the time of writing it shows a message of its own.
         */
        AFTER_COMMAND,
        /** It is one of several that follow a command. */
        ONE_OF_SEVERAL
    }

    /** Whoever gave this order. */
    static Watcher of(
            Order order, Secret check, String run, String domain, Place place, Clock clock) {
        Visit visit = order.visit();
        return new Watcher(
                run,
                check.text(),
                domain,
                order.language().word(),
                visit.person().team(),
                visit.person().user(),
                visit.person().channel(),
                visit.responseUrl(),
                place,
                visit.base().map(URI::toString).orElse(""),
                clock.millis());
    }

    /**
     * Whether to tell on the way; of several nobody is told, since an answer's address is good for
     * five messages.
     *
     * @param waitsLong for more than a few seconds
     */
    boolean wantsProgress(boolean waitsLong) {
        return switch (place) {
            case OF_BUTTON -> true;
            case AFTER_COMMAND -> waitsLong;
            case ONE_OF_SEVERAL -> false;
        };
    }

    boolean replaces() {
        return place != Place.ONE_OF_SEVERAL;
    }
}
