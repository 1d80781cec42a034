package dev.mailcheck.cli.embedded;

import dev.mailcheck.net.IpLiteral;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service is called from outside. A name that is not the operator's is refused, for a page
 * elsewhere may have its own name lead to this host, and would then read what we answer.
 *
 * @param url as the operator named it, without a final slash; empty: as the client calls us, by an
 *     address or "localhost"
 */
public record Naming(Optional<URI> url) {
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9.-]{1,253})(:[0-9]{1,5})?");

    /**
     * How the client reaches us.
     *
     * @param host the value of its Host field
     */
    Optional<URI> base(String host) {
        Matcher parts = HOST.matcher(host);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        if (url.isPresent()) {
            return url.filter(own -> isHere(name) || name.equalsIgnoreCase(own.getHost()));
        }
        return isHere(name) ? Optional.of(URI.create("http://" + host)) : Optional.empty();
    }

    private static boolean isHere(String name) {
        return name.equals("localhost")
                || IpLiteral.parse(name.replaceAll("[\\[\\]]", "")).isPresent();
    }
}
