package dev.mailcheck.dns;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail domain as A-label (RFC 5890, section 2.3.2.1): lower case, letters, digits and hyphens, at
 * least two labels. The only way a domain travels through mailcheck; what people type becomes one
 * in {@link DomainInput}.
 */
public record Domain(String name) {
    private static final Pattern HOST_NAME =
            Pattern.compile(
                    "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public Domain {
        if (!isValid(name)) {
            throw new IllegalArgumentException("not a domain: " + name);
        }
    }

    /** The domain of a text that is already an A-label in lower case; empty where it is none. */
    public static Optional<Domain> parse(String name) {
        return isValid(name) ? Optional.of(new Domain(name)) : Optional.empty();
    }

    private static boolean isValid(String name) {
        return name.length() <= 253 && HOST_NAME.matcher(name).matches();
    }

    public DnsName dnsName() {
        return DnsName.of(name);
    }

    /**
     * For display: U-labels (RFC 5890, section 2.3.2.1), but where these could be taken for another
     * name, as with mixed scripts, the A-labels.
     */
    public String unicode() {
        boolean internationalised = name.startsWith("xn--") || name.contains(".xn--");
        return internationalised ? Idn.toShow(this).orElse(name) : name;
    }

    @Override
    public String toString() {
        return name;
    }
}
