package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsName;

import java.util.Optional;

/**
 * Whose policy is asked: the MAIL FROM address, or postmaster at the HELO name for a null sender
 * (RFC 7208, sections 2.4 and 4.3).
 *
 * @param localPart cut at 512 characters, so that no macro can make much of it
 */
record Identity(String localPart, String domain) {
    private static final int LONGEST_LOCAL_PART = 512;

    static Identity of(SpfQuery query) {
        if (query.mailFrom().isEmpty()) {
            return new Identity("postmaster", withoutDot(query.helo()));
        }
        int at = query.mailFrom().lastIndexOf('@');
        String local = query.mailFrom().substring(0, Math.max(at, 0));
        return new Identity(
                local.isEmpty() ? "postmaster" : cut(local),
                withoutDot(query.mailFrom().substring(at + 1)));
    }

    private static String cut(String local) {
        return local.length() <= LONGEST_LOCAL_PART
                ? local
                : local.substring(0, LONGEST_LOCAL_PART);
    }

    private static String withoutDot(String domain) {
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    String sender() {
        return localPart + "@" + domain;
    }

    /** The domain to ask; empty for an address literal, a single label or what is no name. */
    Optional<DnsName> name() {
        return DnsName.parse(domain)
                .filter(name -> name.labels() > 1)
                .filter(name -> !domain.startsWith("["));
    }
}
