package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.ARC_CHAIN_BROKEN;
import static dev.mailcheck.check.FindingCode.ARC_CHAIN_VALID;
import static dev.mailcheck.check.FindingCode.ARC_MARKED_AS_FAILED;
import static dev.mailcheck.check.FindingCode.ARC_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.ARC_NO_CHAIN;

import dev.mailcheck.arc.ArcReason;
import dev.mailcheck.arc.ArcResult;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SignaturesObservation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the chain of those who handed the mail on holds (RFC 8617). It is on its way to Historic,
 * and no mail needs one: nothing here is worse than a warning.
 */
public final class ArcCheck implements MailCheck {
    @Override
    public CheckId id() {
        return CheckId.ARC;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(SignaturesObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        ArcResult arc = judgement.seen().get(SignaturesObservation.class).arc();
        return CheckResult.of(id(), List.of(finding(judgement.domain(), arc)), evidence(arc));
    }

    private static Finding finding(String domain, ArcResult arc) {
        return switch (arc.reason()) {
            case NO_CHAIN -> Finding.of(ARC_NO_CHAIN, domain);
            case VERIFIED ->
                    Finding.of(
                            ARC_CHAIN_VALID,
                            domain,
                            "count",
                            String.valueOf(arc.instances()),
                            "sealers",
                            String.join(", ", arc.sealers()));
            case MARKED_AS_FAILED ->
                    Finding.of(ARC_MARKED_AS_FAILED, domain, "instance", argument(arc, "instance"));
            case KEY_NOT_KNOWN -> Finding.of(ARC_NOT_KNOWN, domain, "reason", argument(arc, "dns"));
            case INSTANCE_INVALID,
                    TOO_MANY_SETS,
                    FIELD_REPEATED,
                    FIELD_MISSING,
                    STATUS_WRONG,
                    SEAL_NAMES_FIELDS,
                    MESSAGE_SIGNATURE_FAILED,
                    SEAL_FAILED ->
                    broken(domain, arc);
        };
    }

    private static Finding broken(String domain, ArcResult arc) {
        return Finding.of(
                ARC_CHAIN_BROKEN,
                domain,
                "reason",
                reason(arc.reason()),
                "instance",
                argument(arc, "instance"));
    }

    private static String reason(ArcReason reason) {
        return "ARC_" + reason.name();
    }

    private static String argument(ArcResult arc, String name) {
        return arc.arguments().getOrDefault(name, "?");
    }

    private static Map<String, Object> evidence(ArcResult arc) {
        Map<String, Object> evidence = new TreeMap<>();
        evidence.put("result", arc.result().word());
        evidence.put("reason", arc.reason().name());
        evidence.put("instances", arc.instances());
        evidence.put("sets", arc.sets());
        arc.oldestPass().ifPresent(oldest -> evidence.put("oldestPass", oldest));
        return evidence;
    }
}
