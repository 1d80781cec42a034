package dev.mailcheck.dmarc;

import dev.mailcheck.dns.DnsName;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * A domain that SPF or DKIM authenticates, or may (RFC 9989, section 4.4).
 *
 * @param certain false where the DNS kept from us whether it does
 * @param organizationalDomain empty where it was not needed or is not known
 * @param alignment with the author domain
 */
@Json
public record AuthenticatedDomain(
        DnsName domain,
        Method method,
        boolean certain,
        Optional<DnsName> organizationalDomain,
        Alignment alignment) {
    /** Who authenticates. */
    public enum Method {
        SPF,
        DKIM
    }

    /** Whether it is the author's. */
    public enum Alignment {
        ALIGNED,
        NOT_ALIGNED,
        NOT_KNOWN
    }

    boolean aligns() {
        return certain && alignment == Alignment.ALIGNED;
    }

    /** Whether it may turn out that the mail passes by it. */
    boolean mayAlign() {
        return certain ? alignment == Alignment.NOT_KNOWN : alignment != Alignment.NOT_ALIGNED;
    }
}
