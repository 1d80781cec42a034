package dev.mailcheck.check;

import io.avaje.jsonb.Json;

/**
 * A record to publish as it stands, proposed only where it follows from what was seen.
 *
 * @param name with final dot
 * @param value TXT data without quotes
 */
@Json
public record ProposedRecord(String name, String type, String value) {
    /** It on one line, in the form of {@code --with}. */
    public String line() {
        return name + " " + type + " " + value;
    }
}
