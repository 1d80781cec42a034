package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNS_NO_MAIL_WILDCARD;
import static dev.mailcheck.check.FindingCode.DNS_WILDCARD_ADDRESS;
import static dev.mailcheck.check.FindingCode.DNS_WILDCARD_MX;
import static dev.mailcheck.check.FindingCode.DNS_WILDCARD_TXT;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.MxRecord;
import dev.mailcheck.probe.ZoneObservation.Wildcard;

import java.util.ArrayList;
import java.util.List;

/** Item wildcard: names that nobody has made take no mail (RFC 1912, section 2.7). */
final class WildcardFindings {
    private WildcardFindings() {}

    static List<Finding> of(String domain, Wildcard wildcard) {
        List<Finding> findings = new ArrayList<>();
        findings.add(mail(domain, wildcard.mx()));
        if (wildcard.txt() instanceof DnsAnswer.Found txt && !deniesMail(txt)) {
            findings.add(
                    Finding.of(
                            DNS_WILDCARD_TXT, domain, "records", String.join(" | ", txt.data())));
        }
        boolean invented = wildcard.mx().nameMissing() || wildcard.txt().nameMissing();
        if (wildcard.a() instanceof DnsAnswer.Found && !invented) {
            findings.add(Finding.of(DNS_WILDCARD_ADDRESS, domain));
        }
        return findings;
    }

    private static Finding mail(String domain, DnsAnswer mx) {
        boolean takesMail = MxRecord.of(mx).stream().anyMatch(record -> !record.isNull());
        return mx.failure()
                .map(reason -> DnsCheck.notKnown(domain, "* MX", reason.name()))
                .orElseGet(() ->
                        takesMail
                                ? Finding.of(
                                        DNS_WILDCARD_MX,
                                        domain,
                                        "records",
                                        String.join(", ", mx.data()))
                                : Finding.of(DNS_NO_MAIL_WILDCARD, domain));
    }

    /** SPF that lets nobody send under made-up names is the one use of such a wildcard. */
    private static boolean deniesMail(DnsAnswer txt) {
        SpfWord spf = SpfWord.of(txt);
        return txt.data().size() == 1 && (spf == SpfWord.EXACTLY_NOBODY || spf == SpfWord.NOBODY);
    }
}
