package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.Locale;

/** What a check is about, and so what its report can say (contract, section 2). */
public enum ReportKind {
    /** A domain, seen from outside. */
    DOMAIN,
    /** One received mail. */
    MAIL,
    /** One received mail, and its author's domain. */
    FULL;

    public boolean hasMail() {
        return this != DOMAIN;
    }

    public boolean hasDomain() {
        return this != MAIL;
    }

    /** As the report has it. */
    @Json.Value
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
