package dev.mailcheck.check;

import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.probe.ListsSeen;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a check of lists. Where no list could say anything the check is excused: that is a
 * matter between the lists and the resolver in use, and nothing the domain's owner could mend.
 */
final class ListResult {
    private ListResult() {}

    static CheckResult of(
            CheckId id, String domain, ListsSeen seen, ListCodes codes, BlockLists lists) {
        List<Finding> findings =
                seen.notAsked()
                        .map(why -> List.of(Finding.of(codes.notKnown(), domain, "reason", why)))
                        .orElseGet(() -> ListFindings.of(domain, seen, codes, lists));
        CheckResult result = CheckResult.of(id, findings, evidence(seen));
        return excuse(findings, codes).map(result::excusedBy).orElse(result);
    }

    private static Map<String, Object> evidence(ListsSeen seen) {
        return Map.of(
                "subjects", seen.subjects(),
                "lists", seen.lists(),
                "withheld", seen.withheld(),
                "leftOut", seen.leftOut());
    }

    private static Optional<String> excuse(List<Finding> findings, ListCodes codes) {
        return findings.stream()
                .filter(finding -> finding.code() == codes.notKnown())
                .map(finding -> finding.arguments().getOrDefault("reason", ""))
                .findFirst();
    }
}
