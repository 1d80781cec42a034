package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.spf.SpfPolicy;

import io.avaje.jsonb.Json;

/**
 * The domain's SPF policy without a mail in hand (RFC 7208).
 *
 * @param records all TXT records at the domain, SPF or not
 * @param obsoleteType what stands there under the type SPF (99), which no receiver asks for
 * @param tree the policy with each term's cost and all that it leads to
 */
@Json
public record SpfObservation(DnsAnswer records, DnsAnswer obsoleteType, SpfPolicy tree)
        implements Observation {}
