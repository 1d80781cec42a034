package dev.mailcheck.check;

import io.avaje.jsonb.Json;

/**
 * The checks, in the order of the report. The wire word is stable for ever (contract, section 2).
 */
public enum CheckId {
    INBOUND_TLS,
    RELAY,
    OUTBOUND_TLS,
    SPF,
    DKIM,
    DMARC,
    REVERSE_DNS,
    DNSSEC,
    DNSBL,
    MX,
    ARC,
    MTA_STS,
    TLS_RPT,
    DANE,
    BIMI,
    URIBL,
    IPV6,
    DNS,
    MESSAGE,
    SENDER_GUIDELINES;

    @Json.Value
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What the codes of this check's findings begin with. */
    public String prefix() {
        return name() + "_";
    }
}
