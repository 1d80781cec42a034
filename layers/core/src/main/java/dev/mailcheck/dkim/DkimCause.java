package dev.mailcheck.dkim;

import io.avaje.jsonb.Json;

import java.util.Map;

/**
 * A reason with what it is about.
 *
 * @param arguments such as "tag", "fault", "dns", "bits"; what comes from the mail is cut
 */
@Json
public record DkimCause(DkimReason reason, Map<String, String> arguments) {
    private static final int LONGEST = 128;

    public DkimCause {
        arguments = Map.copyOf(arguments);
    }

    public static DkimCause of(DkimReason reason) {
        return new DkimCause(reason, Map.of());
    }

    public static DkimCause of(DkimReason reason, String name, String value) {
        return new DkimCause(reason, Map.of(name, capped(value)));
    }

    static String capped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
