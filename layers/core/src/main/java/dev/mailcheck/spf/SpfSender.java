package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * Addresses that may send for the domain.
 *
 * @param network in the form 192.0.2.0/24
 * @param from the domains in whose records it stands, at most five
 * @param wide true for a prefix of 0 to 8: no one owns so much
 */
@Json
public record SpfSender(String network, List<String> from, boolean wide) {
    public SpfSender {
        from = List.copyOf(from);
    }
}
