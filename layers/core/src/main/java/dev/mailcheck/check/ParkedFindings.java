package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_NULL_MX_BUT_SENDS;
import static dev.mailcheck.check.FindingCode.DNS_PARKED;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_SPF_PASSES_ALL;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_KEY_WILDCARD;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_NULL_MX;
import static dev.mailcheck.check.FindingCode.DNS_PARKED_WITHOUT_SPF;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parked profile: a domain without mail says so everywhere, so that nobody can use its name.
 */
final class ParkedFindings {
    private static final Pattern REVOKED_KEY =
            Pattern.compile("\\s*v\\s*=\\s*dkim1\\s*;(.*;)?\\s*p\\s*=\\s*(;.*)?");

    private final String domain;
    private final ZoneObservation seen;
    private final List<Finding> findings = new ArrayList<>();

    private ParkedFindings(String domain, ZoneObservation seen) {
        this.domain = domain;
        this.seen = seen;
    }

    static List<Finding> of(Judgement judgement, ZoneObservation seen) {
        return switch (MailProfile.of(judgement.seen())) {
            case PARKED -> new ParkedFindings(judgement.domain(), seen).judge();
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
