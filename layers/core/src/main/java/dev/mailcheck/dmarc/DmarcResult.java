package dev.mailcheck.dmarc;

import io.avaje.jsonb.Json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What DMARC says of a mail (RFC 9989, section 5.3).
 *
 * @param arguments of the reason
 * @param fromDomain the author domain as A-labels; of several, the first
 * @param organizationalDomain of the author domain
 * @param policyDomain whose record was used
 * @param policy what {@code p}, {@code sp} or {@code np} asks for this author domain
 * @param applied the same after {@code t}
 * @param tag which of the three decided
 * @param record its text
 * @param identifiers that were compared with the author domain
 * @param walk from the author domain
 * @param further results of the other author domains, where there are several
 */
@Json
public record DmarcResult(
        DmarcWord result,
        DmarcReason reason,
        Map<String, String> arguments,
        Optional<String> fromDomain,
        Optional<String> organizationalDomain,
        Optional<String> policyDomain,
        Optional<DmarcPolicy> policy,
        Optional<DmarcPolicy> applied,
        Optional<PolicyTag> tag,
        boolean spfAligned,
        boolean dkimAligned,
        Optional<String> record,
        List<AuthenticatedDomain> identifiers,
        Optional<TreeWalk> walk,
        List<DmarcResult> further) {
    public DmarcResult {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
        identifiers = List.copyOf(identifiers);
        further = List.copyOf(further);
    }
}
