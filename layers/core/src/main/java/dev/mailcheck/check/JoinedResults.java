package dev.mailcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One result for each check of a report on a mail and its author's domain: what the mail showed,
 * and what the domain publishes. The evidence of the mail stands as in a report on a mail alone,
 * that of the domain under {@code published}.
 */
public final class JoinedResults {
    private static final String ONLY_A_MAIL_TELLS = "NEEDS_MAIL";

    private JoinedResults() {}

    /**
     * Joins results of the same check.
     *
     * @param results of a check that mail and domain have, that of the mail first
     */
    public static List<CheckResult> of(List<CheckResult> results) {
        Map<CheckId, CheckResult> byId = new LinkedHashMap<>();
        results.forEach(result -> byId.merge(result.id(), result, JoinedResults::join));
        return byId.values().stream().sorted(Comparator.comparing(CheckResult::id)).toList();
    }

    private static CheckResult join(CheckResult mail, CheckResult domain) {
        if (domain.excuse().filter(ONLY_A_MAIL_TELLS::equals).isPresent()) {
            return mail;
        }
        List<Finding> findings = new ArrayList<>(domain.findings());
        findings.addAll(0, mail.findings().stream().filter(f -> !isSaid(f, domain)).toList());
        Map<String, Object> evidence = new HashMap<>(mail.evidence());
        if (!domain.evidence().isEmpty()) {
            evidence.put("published", domain.evidence());
        }
        return new CheckResult(mail.id(), findings, evidence, excuse(mail, domain));
    }

    /**
     * What one half could not see is excused if the other has nothing to say, or could not either.
     */
    private static Optional<String> excuse(CheckResult mail, CheckResult domain) {
        return isSilent(mail) && isSilent(domain)
                ? domain.excuse().or(mail::excuse)
                : Optional.empty();
    }

    private static boolean isSilent(CheckResult half) {
        return half.excuse().isPresent() || half.status() == Status.NOT_APPLICABLE;
    }

    /** Of a fault that both saw the domain's half knows more: the record that mends it. */
    private static boolean isSaid(Finding finding, CheckResult domain) {
        return domain.findings().stream()
                .anyMatch(other ->
                        other.code() == finding.code()
                                && other.subject().equals(finding.subject()));
    }
}
