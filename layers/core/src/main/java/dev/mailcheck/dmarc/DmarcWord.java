package dev.mailcheck.dmarc;

import io.avaje.jsonb.Json;

import java.util.Locale;

/** The results of DMARC (RFC 9989, section 9.2). */
public enum DmarcWord {
    NONE,
    PASS,
    FAIL,
    TEMPERROR,
    PERMERROR;

    @Json.Value
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
