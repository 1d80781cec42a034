package dev.mailcheck.dnsbl;

import com.google.common.net.InternetDomainName;

import dev.mailcheck.dns.DnsName;

import java.util.List;
import java.util.Optional;

/**
 * The domain that was registered, of which a name is a part: one label more than a suffix of the
 * Public Suffix List, which Guava brings along. Below a top-level domain that is not on it, the
 * last two labels, as the list's own rules have it.
 */
public final class RegisteredDomain {
    private RegisteredDomain() {}

    /** Empty for a public suffix itself, and for what is no host name. */
    public static Optional<DnsName> of(DnsName name) {
        if (!InternetDomainName.isValid(name.text())) {
            return Optional.empty();
        }
        InternetDomainName domain = InternetDomainName.from(name.text());
        if (!domain.hasPublicSuffix()) {
            return lastTwo(domain.parts());
        }
        return domain.isUnderPublicSuffix()
                ? DnsName.parse(domain.topPrivateDomain().toString())
                : Optional.empty();
    }

    private static Optional<DnsName> lastTwo(List<String> parts) {
        return parts.size() < 2
                ? Optional.empty()
                : DnsName.parse(String.join(".", parts.subList(parts.size() - 2, parts.size())));
    }
}
