package dev.mailcheck.dns;

import java.util.Optional;

/**
 * Domains as mails write them, with U-labels where the sender likes (RFC 5890, section 2.3.2.1), as
 * names of the DNS. Names made to be taken for others are names too: who judges them has to see
 * whom they ask. No name is looked up.
 */
public final class ALabels {
    /** U-labels take more bytes than A-labels, but never so many. */
    private static final int MAX_TEXT = 1_024;

    private ALabels() {}

    /** The name in normal form; empty where it is none. */
    public static Optional<DnsName> of(String domain) {
        if (DnsName.isAscii(domain)) {
            return DnsName.parse(domain);
        }
        return domain.length() > MAX_TEXT
                ? Optional.empty()
                : Idn.aLabels(domain).flatMap(DnsName::parse);
    }
}
