package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.Security;

import io.avaje.jsonb.Json;

/**
 * One question, and how secure its answer is.
 *
 * @param exists whether there are such records; false also where there was no answer
 */
@Json
public record ValidatedName(
        Use use, DnsName name, RecordType type, boolean exists, Security security) {
    /** What the question is for. */
    public enum Use {
        /** The domain's zone, its MX, SPF and DMARC. */
        DOMAIN,
        /** Its MTA-STS record and policy host. */
        MTA_STS,
        /** The addresses of its mail hosts. */
        MX_HOST,
        /** Their TLSA records. */
        TLSA
    }

    /** As people write a question. */
    public String question() {
        return name + " " + type;
    }
}
