package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DMARC_MISSING_NAMES_WEAKER;
import static dev.mailcheck.check.FindingCode.DMARC_POLICY_ENFORCED;
import static dev.mailcheck.check.FindingCode.DMARC_POLICY_NONE;
import static dev.mailcheck.check.FindingCode.DMARC_SUBDOMAINS_WEAKER;
import static dev.mailcheck.check.FindingCode.DMARC_TESTING;

import dev.mailcheck.dmarc.DmarcPolicy;
import dev.mailcheck.dmarc.DmarcRecord.Standing;
import dev.mailcheck.dmarc.DmarcRewrite;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.PolicyDiscovery.Found;
import dev.mailcheck.dmarc.PolicyTag;
import dev.mailcheck.probe.DmarcObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How strict the policy is: for the domain, for its subdomains, for names that do not exist. The
 * latter two are those a receiver would find from there, whose record need not be the domain's.
 */
final class DmarcPolicyFindings {
    private DmarcPolicyFindings() {}

    static List<Finding> of(String domain, DmarcObservation seen, Found found) {
        if (found.record().standing() != Standing.SOUND) {
            return List.of();
        }
        if (found.policy() == DmarcPolicy.NONE) {
            return List.of(none(domain, found));
        }
        List<Finding> findings = new ArrayList<>();
        if (found.record().isTesting()) {
            findings.add(testing(domain, found));
        }
        subdomains(domain, seen, found).ifPresent(findings::add);
        missingNames(domain, seen, found).ifPresent(findings::add);
        if (findings.isEmpty()) {
            findings.add(
                    Finding.of(DMARC_POLICY_ENFORCED, domain, "policy", found.policy().word()));
        }
        return findings;
    }

    private static Finding none(String domain, Found found) {
        PolicyTag tag = found.record().deciding(found.tag());
        Finding finding =
                Finding.of(
                        DMARC_POLICY_NONE,
                        domain,
                        "policyDomain",
                        found.policyDomain().text(),
                        "tag",
                        tag.word());
        return mend(
                finding,
                found,
                DmarcRewrite.withPolicy(found.record(), tag, DmarcPolicy.QUARANTINE));
    }

    private static Finding testing(String domain, Found found) {
        Finding finding =
                Finding.of(
                        DMARC_TESTING,
                        domain,
                        "policy",
                        found.policy().word(),
                        "applied",
                        found.applied().word());
        return mend(finding, found, DmarcRewrite.without(found.record(), "t"));
    }

    private static Optional<Finding> subdomains(String domain, DmarcObservation seen, Found found) {
        return switch (PolicyDiscovery.ofSubdomain(seen.walk())) {
            case Found below when below.policy().isWeakerThan(found.policy()) ->
                    Optional.of(weakerSubdomains(domain, found, below));
            case Found below -> Optional.empty();
            case PolicyDiscovery.Unusable unusable -> Optional.empty();
            case PolicyDiscovery.None none -> Optional.empty();
            case PolicyDiscovery.NotKnown unknown -> Optional.empty();
        };
    }

    private static Finding weakerSubdomains(String domain, Found found, Found below) {
        Finding finding =
                Finding.of(
                        DMARC_SUBDOMAINS_WEAKER,
                        domain,
                        "policyDomain",
                        below.policyDomain().text(),
                        "policy",
                        found.policy().word(),
                        "subdomainPolicy",
                        below.policy().word());
        return below.policyDomain().equals(found.policyDomain())
                ? mend(finding, below, DmarcRewrite.without(below.record(), "sp"))
                : finding;
    }

    /** A weaker {@code np}; where it is only inherited from sp, that has been told already. */
    private static Optional<Finding> missingNames(
            String domain, DmarcObservation seen, Found found) {
        return switch (PolicyDiscovery.ofMissingName(seen.walk())) {
            case Found below
                    when below.policy().isWeakerThan(found.policy())
                            && below.record().deciding(PolicyTag.NP) == PolicyTag.NP ->
                    Optional.of(weakerMissingNames(domain, found, below));
            case Found below -> Optional.empty();
            case PolicyDiscovery.Unusable unusable -> Optional.empty();
            case PolicyDiscovery.None none -> Optional.empty();
            case PolicyDiscovery.NotKnown unknown -> Optional.empty();
        };
    }

    private static Finding weakerMissingNames(String domain, Found found, Found below) {
        Finding finding =
                Finding.of(
                        DMARC_MISSING_NAMES_WEAKER,
                        domain,
                        "policyDomain",
                        below.policyDomain().text(),
                        "policy",
                        found.policy().word(),
                        "missingNamePolicy",
                        below.policy().word());
        return mend(finding, below, DmarcRewrite.without(below.record(), "np"));
    }

    /** A registry's record is not the domain's to change. */
    private static Finding mend(Finding finding, Found found, String record) {
        return found.isOfPublicSuffix()
                ? finding
                : new TxtPlace(found.step().question(), found.step().answer())
                        .mend(finding, Optional.of(record));
    }
}
