package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.BIMI_ABSENT;
import static dev.mailcheck.check.FindingCode.BIMI_DECLINED;
import static dev.mailcheck.check.FindingCode.BIMI_DMARC_ENFORCED;
import static dev.mailcheck.check.FindingCode.BIMI_DMARC_NOT_ENFORCED;
import static dev.mailcheck.check.FindingCode.BIMI_DMARC_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.BIMI_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.BIMI_RECORD_MALFORMED;
import static dev.mailcheck.check.FindingCode.BIMI_RECORD_VALID;
import static dev.mailcheck.check.FindingCode.BIMI_SEVERAL_RECORDS;

import dev.mailcheck.bimi.BimiRecord;
import dev.mailcheck.dmarc.Enforcement;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.BimiObservation;
import dev.mailcheck.probe.BimiObservation.Assertion;
import dev.mailcheck.probe.DmarcObservation;
import dev.mailcheck.probe.Observation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the domain publishes a logo for its mail, and whether mailbox providers may show it
 * (draft-brand-indicators-for-message-identification). Logo and certificate are not fetched.
 */
public final class BimiCheck implements Check {
    @Override
    public CheckId id() {
        return CheckId.BIMI;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(BimiObservation.class, DmarcObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        BimiObservation seen = judgement.seen().get(BimiObservation.class);
        DmarcObservation dmarc = judgement.seen().get(DmarcObservation.class);
        return CheckResult.of(
                id(),
                findings(judgement.domain(), seen, dmarc),
                Map.of("assertions", seen.assertions()));
    }

    private static List<Finding> findings(
            String domain, BimiObservation seen, DmarcObservation dmarc) {
        Assertion own = seen.assertions().getFirst();
        Optional<Assertion> organization =
                dmarc.walk().organizationalDomain().flatMap(seen::at).filter(a -> !a.equals(own));
        if (own.answer() instanceof DnsAnswer.Failed failed) {
            return List.of(notKnown(domain, failed.reason()));
        }
        if (hasRecord(own)) {
            return ofRecord(domain, own, dmarc);
        }
        if (organization.isPresent()) {
            return inherited(domain, organization.get(), dmarc);
        }
        return dmarc.walk().failure().filter(why -> mayInherit(seen)).stream()
                .map(why -> List.of(notKnown(domain, why)))
                .findFirst()
                .orElseGet(() -> List.of(Finding.of(BIMI_ABSENT, domain)));
    }

    private static List<Finding> inherited(
            String domain, Assertion organization, DmarcObservation dmarc) {
        if (organization.answer() instanceof DnsAnswer.Failed failed) {
            return List.of(notKnown(domain, failed.reason()));
        }
        return hasRecord(organization)
                ? ofRecord(domain, organization, dmarc)
                : List.of(Finding.of(BIMI_ABSENT, domain));
    }

    /** Whether one of the names above has a record, or may have. */
    private static boolean mayInherit(BimiObservation seen) {
        return seen.assertions().stream().anyMatch(a -> a.answer().failed() || hasRecord(a));
    }

    private static boolean hasRecord(Assertion assertion) {
        return assertion.answer().data().stream().anyMatch(BimiRecord::isMeant);
    }

    private static List<Finding> ofRecord(
            String domain, Assertion assertion, DmarcObservation dmarc) {
        List<String> texts =
                assertion.answer().data().stream().filter(BimiRecord::isMeant).toList();
        String subject = assertion.domain().text();
        if (texts.size() > 1) {
            return List.of(
                    Finding.of(
                            BIMI_SEVERAL_RECORDS,
                            subject,
                            "count",
                            Integer.toString(texts.size())));
        }
        return switch (BimiRecord.parse(texts.getFirst())) {
            case BimiRecord.Valid valid ->
                    List.of(
                            Finding.of(BIMI_RECORD_VALID, subject, "location", valid.location()),
                            ofDmarc(domain, dmarc));
            case BimiRecord.Declined declined -> List.of(Finding.of(BIMI_DECLINED, subject));
            case BimiRecord.Malformed malformed ->
                    List.of(
                            Finding.of(
                                    BIMI_RECORD_MALFORMED,
                                    subject,
                                    "reason",
                                    malformed.reason(),
                                    "record",
                                    malformed.text()));
        };
    }

    /** The policy must be enforced for the author domain, its organization and its subdomains. */
    private static Finding ofDmarc(String domain, DmarcObservation dmarc) {
        List<PolicyDiscovery> policies =
                List.of(
                        dmarc.discovery(),
                        ofOrganization(dmarc),
                        PolicyDiscovery.ofSubdomain(dmarc.walk()));
        List<Enforcement> enforcements =
                policies.stream().map(PolicyDiscovery::enforcement).toList();
        if (enforcements.contains(Enforcement.NOT_ENFORCED)) {
            return Finding.of(BIMI_DMARC_NOT_ENFORCED, domain);
        }
        return policies.stream()
                .filter(PolicyDiscovery.NotKnown.class::isInstance)
                .map(policy -> ((PolicyDiscovery.NotKnown) policy).reason())
                .findFirst()
                .map(why -> Finding.of(BIMI_DMARC_NOT_KNOWN, domain, "reason", why.name()))
                .orElseGet(() -> Finding.of(BIMI_DMARC_ENFORCED, domain));
    }

    /** The policy at the organizational domain itself; the domain's where it has no record. */
    private static PolicyDiscovery ofOrganization(DmarcObservation dmarc) {
        TreeWalk walk = dmarc.walk();
        Optional<DnsName> organization = walk.organizationalDomain();
        return organization
                .filter(name -> walk.at(name).isPresent())
                .map(name -> PolicyDiscovery.of(walk.from(name), dmarc.atDomain()))
                .orElseGet(dmarc::discovery);
    }

    private static Finding notKnown(String domain, DnsFailure reason) {
        return Finding.of(BIMI_NOT_KNOWN, domain, "reason", reason.name());
    }
}
