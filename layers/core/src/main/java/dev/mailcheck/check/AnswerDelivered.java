package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.INBOUND_TLS_ANSWER_DELIVERED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_ANSWER_NOT_DELIVERED;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_DETAILS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.INBOUND_TLS_NOT_KNOWN;

import dev.mailcheck.probe.AnswerDeliveryObservation;
import dev.mailcheck.probe.AnswerDeliveryObservation.Outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the delivery of an answer says of a domain's TLS, beside what was seen of its servers. One
 * that arrives proves that there is TLS, though not how good; one that does not may have met
 * anything.
 */
final class AnswerDelivered {
    private AnswerDelivered() {}

    /** The result with what the delivery adds, where it is about that and one was tried. */
    static CheckResult join(CheckResult result, Judgement judgement) {
        return judgement
                .seen()
                .find(AnswerDeliveryObservation.class)
                .filter(delivery -> result.id() == CheckId.INBOUND_TLS)
                .map(delivery -> join(result, delivery, judgement.domain()))
                .orElse(result);
    }

    static CheckResult join(CheckResult seen, AnswerDeliveryObservation delivery, String domain) {
        List<Finding> findings = new ArrayList<>();
        boolean delivered = delivery.outcome() == Outcome.DELIVERED;
        if (delivered) {
            findings.add(Finding.of(INBOUND_TLS_ANSWER_DELIVERED, domain));
        }
        for (Finding finding : seen.findings()) {
            boolean outdone = delivered && finding.code() == INBOUND_TLS_NOT_KNOWN;
            findings.add(outdone ? detailsNotKnown(finding) : finding);
        }
        if (!delivered) {
            findings.add(
                    Finding.of(
                            INBOUND_TLS_ANSWER_NOT_DELIVERED, domain, "reason", reason(delivery)));
        }
        CheckResult joined = CheckResult.of(seen.id(), findings, evidence(seen, delivery));
        return delivered ? joined : seen.excuse().map(joined::excusedBy).orElse(joined);
    }

    private static Finding detailsNotKnown(Finding notKnown) {
        return Finding.of(
                INBOUND_TLS_DETAILS_NOT_KNOWN,
                notKnown.subject(),
                "reason",
                notKnown.arguments().getOrDefault("reason", "NOT_RUN"));
    }

    private static String reason(AnswerDeliveryObservation delivery) {
        return delivery.outcome() == Outcome.RETURNED ? "ANSWER_RETURNED" : "ANSWER_NO_NEWS";
    }

    private static Map<String, Object> evidence(
            CheckResult seen, AnswerDeliveryObservation delivery) {
        Map<String, Object> evidence = new HashMap<>(seen.evidence());
        evidence.put("answer", delivery);
        return evidence;
    }
}
