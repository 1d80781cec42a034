package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_NULL_MX_BUT_SENDS;
import static dev.mailcheck.check.FindingCode.DNS_PARKED;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_SPF_PASSES_ALL;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_DMARC;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_KEY_WILDCARD;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_NULL_MX;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_REJECT;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_SPF;

import dev.mailcheck.dmarc.DmarcPolicy;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.DmarcObservation;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parked profile: a domain without mail says so everywhere, so that nobody can use its name.
 */
final class ParkedFindings {
    private static final Pattern REVOKED_KEY =
            Pattern.compile("\\s*v\\s*=\\s*dkim1\\s*;(.*;)?\\s*p\\s*=\\s*(;.*)?");

    private final String domain;
    private final ZoneObservation seen;
    private final Optional<PolicyDiscovery> dmarc;
    private final String withoutDmarc;
    private final List<Finding> findings = new ArrayList<>();

    private ParkedFindings(Judgement judgement, ZoneObservation seen) {
        this.domain = judgement.domain();
        this.seen = seen;
        this.dmarc = judgement.seen().find(DmarcObservation.class).map(DmarcObservation::discovery);
        this.withoutDmarc = judgement.seen().missingBecause(DmarcObservation.class);
    }

    static List<Finding> of(Judgement judgement, ZoneObservation seen) {
        return switch (MailProfile.of(judgement.seen())) {
            case PARKED -> new ParkedFindings(judgement, seen).judge();
            case SENDS_ONLY -> List.of(Finding.of(DNS_NULL_MX_BUT_SENDS, judgement.domain()));
            case SENDS_AND_RECEIVES, RECEIVES_ONLY, NOT_KNOWN -> List.of();
        };
    }

    private List<Finding> judge() {
        if (seen.mx() instanceof DnsAnswer.Absent) {
            findings.add(
                    Finding.of(DNS_PARKED_WITHOUT_NULL_MX, domain).withRecord(domain, "MX", "0 ."));
        }
        spf();
        dmarc();
        if (findings.isEmpty()) {
            findings.add(Finding.of(DNS_PARKED, domain));
        }
        keys();
        return findings;
    }

    private void spf() {
        switch (SpfWord.of(seen.txt())) {
            case ANYBODY -> findings.add(withSpf(DNS_PARKED_SPF_PASSES_ALL));
            case NONE, NOBODY_NAMED -> findings.add(withSpf(DNS_PARKED_WITHOUT_SPF));
            case EXACTLY_NOBODY, NOBODY, SOMEBODY -> {}
        }
    }

    private Finding withSpf(FindingCode code) {
        return Finding.of(code, domain).withRecord(domain, "TXT", "v=spf1 -all");
    }

    private void dmarc() {
        if (dmarc.isEmpty()) {
            findings.add(DnsCheck.notKnown(domain, dmarcName(), withoutDmarc));
            return;
        }
        switch (dmarc.get()) {
            case PolicyDiscovery.Found found -> policy(found);
            case PolicyDiscovery.Unusable unusable ->
                    findings.add(withReject(DNS_PARKED_WITHOUT_DMARC));
            case PolicyDiscovery.None none -> findings.add(withReject(DNS_PARKED_WITHOUT_DMARC));
            case PolicyDiscovery.NotKnown(var reason) ->
                    findings.add(DnsCheck.notKnown(domain, dmarcName(), reason.name()));
        }
    }

    /** A record of its own may ask for reports, so that only its owner can rewrite it. */
    private void policy(PolicyDiscovery.Found found) {
        if (found.applied() == DmarcPolicy.REJECT) {
            return;
        }
        String policy = found.applied().word();
        boolean own = found.policyDomain().text().equals(domain);
        findings.add(
                own
                        ? Finding.of(DNS_PARKED_WITHOUT_REJECT, domain, "policy", policy)
                        : withReject(DNS_PARKED_WITHOUT_REJECT, "policy", policy));
    }

    private Finding withReject(FindingCode code, String... arguments) {
        return Finding.of(code, domain, arguments)
                .withRecord(dmarcName(), "TXT", "v=DMARC1; p=reject;");
    }

    private String dmarcName() {
        return "_dmarc." + domain;
    }

    private void keys() {
        String name = "*._domainkey." + domain;
        boolean revoked =
                seen.wildcard().key().data().stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .anyMatch(text -> REVOKED_KEY.matcher(text).matches());
        if (seen.wildcard().key().failed()) {
            DnsCheck.notKnown(domain, name, seen.wildcard().key()).forEach(findings::add);
        } else if (!revoked) {
            findings.add(
                    Finding.of(DNS_PARKED_WITHOUT_KEY_WILDCARD, domain)
                            .withRecord(name, "TXT", "v=DKIM1; p="));
        }
    }
}
