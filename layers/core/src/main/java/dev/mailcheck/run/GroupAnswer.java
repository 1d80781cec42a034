package dev.mailcheck.run;

import io.avaje.jsonb.Json;

/**
 * What a group of probes hands back.
 *
 * @param parcel what it saw, as a {@link Parcel}
 */
@Json
public record GroupAnswer(String parcel) {
    /** The document of a run that holds the answer of this group. */
    public static String document(ProbeGroup group) {
        return "probes." + group.word() + ".json";
    }
}
