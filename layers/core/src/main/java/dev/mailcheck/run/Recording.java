package dev.mailcheck.run;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.report.Tool;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;

import java.time.Instant;

/**
 * All evidence of a check with the options that decide the judgement: what {@code --record} writes
 * and {@code --replay} judges again, on another host or by later rules. Unlike a report it is not
 * masked: it holds our own addresses and names.
 *
 * @param tool the program and version that wrote it
 * @param rules the version of the rules its own report was judged by
 * @param at the time to judge by
 */
@Json
public record Recording(String schema, String tool, String rules, Instant at, Seen seen) {
    static final String SCHEMA = "mailcheck-recording/1";

    public static Recording of(Seen seen, Instant at) {
        return new Recording(SCHEMA, Tool.name(), Tool.RULES, at, seen);
    }

    /** The file's text. */
    public String toJson(Jsonb jsonb) {
        return JsonText.of(jsonb.type(Recording.class), this) + "\n";
    }
}
