package dev.mailcheck.grade;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Level;

/** The highest level a check's faults can have: what a check that was not run leaves unjudged. */
final class MainLevel {
    private MainLevel() {}

    static Level of(CheckId check) {
        return switch (check) {
            case RELAY -> Level.CRITICAL;
            case INBOUND_TLS,
                    OUTBOUND_TLS,
                    SPF,
                    DKIM,
                    DMARC,
                    REVERSE_DNS,
                    DNSSEC,
                    DNSBL,
                    MX,
                    MTA_STS,
                    DANE,
                    URIBL,
                    MESSAGE,
                    SENDER_GUIDELINES ->
                    Level.REQUIRED;
            case TLS_RPT, IPV6, DNS -> Level.RECOMMENDED;
            case ARC, BIMI -> Level.OPTIONAL;
        };
    }
}
