package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * What one nameserver said itself, asked without recursion.
 *
 * @param authoritative the AA bit: false from a server that does not carry the zone (lame, RFC
 *     1912, section 2.8)
 * @param edns whether it answered with an OPT record (RFC 6891, section 6.1.1)
 * @param referral where it points to the servers of a zone below instead
 */
@Json
public record ServerAnswer(
        DnsAnswer answer, boolean authoritative, boolean edns, Optional<Referral> referral) {
    /** An answer without a referral. */
    public static ServerAnswer of(DnsAnswer answer, boolean authoritative, boolean edns) {
        return new ServerAnswer(answer, authoritative, edns, Optional.empty());
    }

    /** True where the server speaks for the zone of the name it was asked for. */
    public boolean hasAuthority() {
        return authoritative && !answer.failed();
    }

    /** The same server with another answer. */
    ServerAnswer with(DnsAnswer other) {
        return new ServerAnswer(other, authoritative, edns, referral);
    }
}
