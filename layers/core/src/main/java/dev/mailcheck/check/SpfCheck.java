package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SPF_NOT_KNOWN;

import dev.mailcheck.dmarc.Enforcement;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.DmarcObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SpfObservation;
import dev.mailcheck.spf.SpfCost;
import dev.mailcheck.spf.SpfPolicy;
import dev.mailcheck.spf.SpfPolicy.State;
import dev.mailcheck.spf.SpfSender;
import dev.mailcheck.spf.SpfSenders;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether receivers can tell who may send mail for the domain (RFC 7208). */
public final class SpfCheck implements Check {
    private static final int MOST_OF_A_CODE = 10;
    private static final int MOST_SENDERS = 500;

    @Override
    public CheckId id() {
        return CheckId.SPF;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(SpfObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(DmarcObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        SpfObservation seen = judgement.seen().get(SpfObservation.class);
        return CheckResult.of(id(), findings(judgement, seen), evidence(seen));
    }

    private static List<Finding> findings(Judgement judgement, SpfObservation seen) {
        SpfPolicy tree = seen.tree();
        if (seen.records() instanceof DnsAnswer.Failed failed) {
            String reason = failed.reason().name();
            return List.of(Finding.of(SPF_NOT_KNOWN, judgement.domain(), "reason", reason));
        }
        List<Finding> findings = new ArrayList<>(SpfRecordFindings.of(judgement.domain(), seen));
        if (tree.state() == State.VALID) {
            findings.addAll(SpfLookupFindings.of(tree));
            findings.addAll(SpfVoidFindings.of(tree));
            findings.addAll(SpfAllFindings.of(tree, dmarcEnforced(judgement)));
            findings.addAll(SpfFormFindings.of(seen));
        }
        return fewOfEach(findings);
    }

    /** A record of a thousand bad terms is one bad record. */
    private static List<Finding> fewOfEach(List<Finding> findings) {
        Map<FindingCode, Integer> seen = new EnumMap<>(FindingCode.class);
        return findings.stream()
                .distinct()
                .filter(finding -> seen.merge(finding.code(), 1, Integer::sum) <= MOST_OF_A_CODE)
                .toList();
    }

    /** Whether DMARC makes receivers refuse what only softfails; empty where it is not known. */
    static Optional<Boolean> dmarcEnforced(Judgement judgement) {
        return judgement
                .seen()
                .find(DmarcObservation.class)
                .map(DmarcObservation::enforcement)
                .filter(enforcement -> enforcement != Enforcement.NOT_KNOWN)
                .map(enforcement -> enforcement == Enforcement.ENFORCED);
    }

    private static Map<String, Object> evidence(SpfObservation seen) {
        SpfCost cost = SpfCost.of(seen.tree());
        List<SpfSender> senders = SpfSenders.of(seen.tree());
        return Map.of(
                "records", seen.records(),
                "obsoleteType", seen.obsoleteType(),
                "tree", seen.tree(),
                "lookups", cost.lookups(),
                "lookupsCheapest", cost.cheapest(),
                "voidLookups", cost.voidLookups(),
                "complete", cost.complete(),
                "answerBytes", SpfFormFindings.answerBytes(seen),
                "senders", senders.stream().limit(MOST_SENDERS).toList(),
                "sendersLeftOut", Math.max(0, senders.size() - MOST_SENDERS));
    }
}
