package dev.mailcheck.arc;

import io.avaje.jsonb.Json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What ARC says of a mail (RFC 8617, section 5.2).
 *
 * @param arguments of the reason
 * @param instances the highest instance that could be read
 * @param oldestPass the oldest set since which the mail has not changed, 0 for all; empty where the
 *     chain did not come so far
 * @param sets the oldest first; none where the chain is not whole
 * @param lineEndsMended whether the mail had bare LFs for line ends, which were read as CRLF
 */
@Json
public record ArcResult(
        ArcWord result,
        ArcReason reason,
        Map<String, String> arguments,
        int instances,
        Optional<Integer> oldestPass,
        List<ArcSetResult> sets,
        boolean lineEndsMended) {
    public ArcResult {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
        sets = List.copyOf(sets);
    }

    /** False where the DNS kept from us what the chain is. */
    public boolean known() {
        return reason != ArcReason.KEY_NOT_KNOWN;
    }

    /** The domains of the sealers, the first first. */
    public List<String> sealers() {
        return sets.stream().flatMap(set -> set.domain().stream()).toList();
    }
}
