package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.Locale;

/** The results of check_host() (RFC 7208, section 2.6), in the words of RFC 8601, section 2.7.2. */
public enum SpfWord {
    NONE,
    NEUTRAL,
    PASS,
    FAIL,
    SOFTFAIL,
    TEMPERROR,
    PERMERROR;

    @Json.Value
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
