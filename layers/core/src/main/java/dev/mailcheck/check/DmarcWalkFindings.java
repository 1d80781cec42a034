package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DMARC_ONLY_PUBLIC_SUFFIX_POLICY;
import static dev.mailcheck.check.FindingCode.DMARC_ORGANIZATION_FOUND;
import static dev.mailcheck.check.FindingCode.DMARC_ORGANIZATION_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DMARC_PSD_TAG;

import dev.mailcheck.dmarc.DmarcRecord.Psd;
import dev.mailcheck.dmarc.DmarcRewrite;
import dev.mailcheck.dmarc.PolicyDiscovery.Found;
import dev.mailcheck.dmarc.PolicyTag;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.probe.DmarcObservation;

import java.util.List;
import java.util.Optional;

/** What the tree walk says about the organization the domain belongs to. */
final class DmarcWalkFindings {
    private DmarcWalkFindings() {}

    static List<Finding> of(String domain, DmarcObservation seen, Found found) {
        Optional<DnsFailure> failure = seen.walk().failure();
        if (failure.isPresent()) {
            return List.of(
                    Finding.of(
                            DMARC_ORGANIZATION_NOT_KNOWN, domain, "reason", failure.get().name()));
        }
        if (found.isOfPublicSuffix()) {
            return List.of(
                    Finding.of(
                            DMARC_ONLY_PUBLIC_SUFFIX_POLICY,
                            domain,
                            "policyDomain",
                            found.policyDomain().text()));
        }
        if (found.tag() == PolicyTag.P && found.record().psd() != Psd.UNSAID) {
            return List.of(psdTag(domain, found));
        }
        return List.of(
                Finding.of(
                        DMARC_ORGANIZATION_FOUND,
                        domain,
                        "organizationalDomain",
                        seen.walk().organizationalDomain().orElseThrow().text()));
    }

    private static Finding psdTag(String domain, Found found) {
        Finding finding =
                Finding.of(
                        DMARC_PSD_TAG, domain, "psd", found.record().psd() == Psd.YES ? "y" : "n");
        return new TxtPlace(found.step().question(), found.step().answer())
                .mend(finding, Optional.of(DmarcRewrite.without(found.record(), "psd")));
    }
}
