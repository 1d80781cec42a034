package dev.mailcheck.dkim;

import io.avaje.jsonb.Json;

import java.util.Locale;

/** The results of DKIM (RFC 8601, section 2.7.1). */
public enum DkimWord {
    NONE,
    PASS,
    FAIL,
    POLICY,
    NEUTRAL,
    TEMPERROR,
    PERMERROR;

    @Json.Value
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
