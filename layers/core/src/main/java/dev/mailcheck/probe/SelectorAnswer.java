package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What stands at one DKIM selector.
 *
 * @param name {@code <selector>._domainkey.<domain>}
 * @param named true where the user named the selector, false where it is a guess
 * @param misplaced for a named selector without TXT record: the names at which keys are often put
 *     by mistake, and what stands there
 */
@Json
public record SelectorAnswer(
        String selector,
        String name,
        boolean named,
        DnsAnswer answer,
        List<MisplacedKey> misplaced) {
    public SelectorAnswer {
        misplaced = List.copyOf(misplaced);
    }

    /** The TXT records at a name that is not the selector's. */
    @Json
    public record MisplacedKey(String name, DnsAnswer answer) {}
}
