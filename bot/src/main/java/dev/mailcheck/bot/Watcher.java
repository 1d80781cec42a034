package dev.mailcheck.bot;

import io.avaje.jsonb.Json;

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

    boolean inPlace() {
        return place == Place.OF_BUTTON;
    }

    boolean replaces() {
        return place != Place.ONE_OF_SEVERAL;
    }

    Person person() {
        return new Person(team, user, channel);
    }
}
