package dev.mailcheck.bot;

import io.avaje.jsonb.Json;

import java.util.regex.Pattern;

/**
 * Who asks, by Slack's ids.
 *
 * @param team the workspace
 * @param channel where it was asked
 */
@Json
public record Person(String team, String user, String channel) {
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{1,40}");

    public Person {
        if (!isId(team) || !isId(user) || !isId(channel)) {
            throw new IllegalArgumentException("not ids of Slack");
        }
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The person in the workspace, wherever. */
    String name() {
        return team + "/" + user;
    }
}
