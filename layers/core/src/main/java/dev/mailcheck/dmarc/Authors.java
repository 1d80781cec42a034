package dev.mailcheck.dmarc;

import dev.mailcheck.dns.DnsName;

import java.util.List;

/**
 * Whom a mail names as its author (RFC 9989, section 5.3.1). DMARC speaks of mails with one; what
 * is said of others shows no more than whom they harm.
 */
public sealed interface Authors {
    /** One From field with one address. */
    record One(DnsName domain) implements Authors {}

    /**
     * Anything else.
     *
     * @param reason one of those for authors
     * @param domains all that were found, each once
     */
    record Other(DmarcReason reason, List<DnsName> domains) implements Authors {
        public Other {
            domains = List.copyOf(domains);
        }
    }
}
