package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.URIBL_ANSWER_OF_NO_LIST;
import static dev.mailcheck.check.FindingCode.URIBL_ANSWER_UNKNOWN;
import static dev.mailcheck.check.FindingCode.URIBL_LINKS_NOT_ALL_READ;
import static dev.mailcheck.check.FindingCode.URIBL_LINKS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.URIBL_LINKS_NOT_LISTED;
import static dev.mailcheck.check.FindingCode.URIBL_LINK_LISTED;
import static dev.mailcheck.check.FindingCode.URIBL_LINK_LISTED_AS_DOUBTFUL;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_ANSWERS;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_LISTS_EVERYTHING;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_NOT_ASKED;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_REFUSES_US;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_SILENT;
import static dev.mailcheck.check.FindingCode.URIBL_NAME_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.URIBL_NO_LINKS;

import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.probe.LinksObservation;
import dev.mailcheck.probe.ListsSeen;
import dev.mailcheck.probe.Observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the links in the mail lead to domains on lists of domains that are seen in spam (RFC
 * 5782, section 3).
 */
final class MailUriblCheck implements MailCheck {
    private static final ListCodes CODES =
            new ListCodes(
                    URIBL_LINKS_NOT_KNOWN,
                    URIBL_LINKS_NOT_LISTED,
                    URIBL_LINK_LISTED,
                    URIBL_LINK_LISTED_AS_DOUBTFUL,
                    URIBL_LINK_LISTED_AS_DOUBTFUL,
                    URIBL_LINK_LISTED_AS_DOUBTFUL,
                    URIBL_NAME_NOT_KNOWN,
                    URIBL_LIST_ANSWERS,
                    URIBL_LIST_SILENT,
                    URIBL_LIST_REFUSES_US,
                    URIBL_LIST_LISTS_EVERYTHING,
                    URIBL_ANSWER_OF_NO_LIST,
                    URIBL_ANSWER_UNKNOWN,
                    URIBL_LIST_NOT_ASKED);

    @Override
    public CheckId id() {
        return CheckId.URIBL;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(LinksObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        LinksObservation links = judgement.seen().get(LinksObservation.class);
        String domain = judgement.domain();
        return links.seen()
                .map(seen -> asked(domain, links, seen))
                .orElseGet(() -> notAsked(domain, links));
    }

    private CheckResult asked(String domain, LinksObservation links, ListsSeen seen) {
        CheckResult lists = ListResult.of(id(), domain, seen, CODES, BlockLists.known());
        List<Finding> findings = new ArrayList<>(lists.findings());
        if (!links.complete()) {
            findings.add(notAllRead(domain, links));
        }
        Map<String, Object> evidence = new HashMap<>(lists.evidence());
        evidence.put("hosts", links.hosts());
        evidence.put("addresses", links.addresses());
        return new CheckResult(id(), findings, evidence, lists.excuse());
    }

    private CheckResult notAsked(String domain, LinksObservation links) {
        Finding finding = Finding.of(URIBL_NO_LINKS, domain);
        if (links.tooComplex().isPresent()) {
            finding = Finding.of(URIBL_LINKS_NOT_KNOWN, domain, "reason", "MAIL_TOO_COMPLEX");
        } else if (!links.complete()) {
            finding = notAllRead(domain, links);
        }
        Map<String, Object> evidence =
                Map.of("hosts", links.hosts(), "addresses", links.addresses());
        return CheckResult.of(id(), List.of(finding), evidence);
    }

    private static Finding notAllRead(String domain, LinksObservation links) {
        String looked = String.valueOf(links.domains().size());
        return Finding.of(URIBL_LINKS_NOT_ALL_READ, domain, "domains", looked);
    }
}
