package dev.mailcheck.check;

import dev.mailcheck.dmarc.DmarcPolicy;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.PolicyDiscovery.Found;
import dev.mailcheck.dmarc.ReportDestination;
import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.dmarc.WalkStep;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.DmarcObservation;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the DMARC check saw, by the names of the contract (section 2). */
final class DmarcEvidence {
    private DmarcEvidence() {}

    /**
     * One question of the walk.
     *
     * @param needed false where the walk had ended before
     */
    @Json
    record Step(String name, boolean needed, DnsAnswer answer) {}

    /**
     * A host that takes reports.
     *
     * @param consent not_needed, given, missing or not_known
     * @param mail accepted, not_accepted or not_known
     */
    @Json
    record Destination(
            String domain, String name, String consent, String mail, DnsAnswer authorisation) {}

    static Map<String, Object> of(String domain, DmarcObservation seen) {
        TreeWalk walk = seen.walk();
        Map<String, Object> evidence = new TreeMap<>();
        evidence.put("fromDomain", domain);
        evidence.put("walk", steps(walk));
        walk.organizationalDomain()
                .map(DnsName::text)
                .ifPresent(name -> evidence.put("organizationalDomain", name));
        if (seen.discovery() instanceof Found found) {
            evidence.put("policyDomain", found.policyDomain().text());
            evidence.put("policy", found.policy().word());
            evidence.put("applied", found.applied().word());
            evidence.put("record", found.record().text());
            evidence.put("destinations", destinations(seen, found));
        }
        putApplied(evidence, "appliedToSubdomains", PolicyDiscovery.ofSubdomain(walk));
        putApplied(evidence, "appliedToMissingNames", PolicyDiscovery.ofMissingName(walk));
        return evidence;
    }

    private static void putApplied(
            Map<String, Object> evidence, String name, PolicyDiscovery discovery) {
        if (discovery instanceof Found found) {
            DmarcPolicy applied = found.applied();
            evidence.put(name, applied.word());
        }
    }

    private static List<Step> steps(TreeWalk walk) {
        List<WalkStep> needed = walk.needed();
        return walk.steps().stream()
                .map(step -> new Step(step.question(), needed.contains(step), step.answer()))
                .toList();
    }

    private static List<Destination> destinations(DmarcObservation seen, Found found) {
        TreeWalk policyWalk = seen.walk().from(found.policyDomain());
        return seen.destinations().stream()
                .map(destination -> destination(policyWalk, destination))
                .toList();
    }

    private static Destination destination(TreeWalk policyWalk, ReportDestination destination) {
        return new Destination(
                destination.domain().name(),
                destination.name(),
                destination.consent(policyWalk).name().toLowerCase(Locale.ROOT),
                destination.mail().name().toLowerCase(Locale.ROOT),
                destination.authorisation());
    }
}
