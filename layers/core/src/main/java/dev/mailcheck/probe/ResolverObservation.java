package dev.mailcheck.probe;

import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;

import io.avaje.jsonb.Json;

/**
 * What kind of resolver answers here: the DNS half of the vantage.
 *
 * @param rootKeys how the root's DNSKEY validates over it
 * @param topDomain the top-level domain of the checked domain
 * @param delegation how that domain's DS validates over it
 * @param deniesRoot it says that the root does not exist, so that its "no such name" proves nothing
 */
@Json
public record ResolverObservation(
        ResolverKind kind,
        Security rootKeys,
        String topDomain,
        Security delegation,
        boolean deniesRoot)
        implements Observation {}
