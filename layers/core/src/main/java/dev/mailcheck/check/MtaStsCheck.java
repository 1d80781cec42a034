package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MTA_STS_ABSENT;
import static dev.mailcheck.check.FindingCode.MTA_STS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_HOST_MISSING;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_MALFORMED;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_NOT_SERVED;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_WITHOUT_RECORD;
import static dev.mailcheck.check.FindingCode.MTA_STS_RECORD_MALFORMED;
import static dev.mailcheck.check.FindingCode.MTA_STS_RECORD_VALID;
import static dev.mailcheck.check.FindingCode.MTA_STS_SEVERAL_RECORDS;

import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsPolicy.Mode;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.MtaStsObservation;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.ZoneObservation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the domain has senders insist on TLS by MTA-STS (RFC 8461), and whether its own mail
 * hosts meet what it asks for: where they do not, mail is lost.
 */
public final class MtaStsCheck implements Check {
    private static final Set<FindingCode> MENDED_BY_POLICY =
            EnumSet.of(
                    MTA_STS_POLICY_HOST_MISSING,
                    MTA_STS_POLICY_NOT_SERVED,
                    MTA_STS_POLICY_MALFORMED);

    @Override
    public CheckId id() {
        return CheckId.MTA_STS;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MtaStsObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(
                MxObservation.class,
                SmtpObservation.class,
                EgressObservation.class,
                ZoneObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MtaStsObservation seen = judgement.seen().get(MtaStsObservation.class);
        CheckResult result =
                CheckResult.of(id(), new OneDomain(judgement, seen).findings(), evidence(seen));
        return excuse(seen).map(result::excusedBy).orElse(result);
    }

    /** A zone file holds no policy, and that one is missing there says nothing. */
    private static Optional<String> excuse(MtaStsObservation seen) {
        return seen.notFetched()
                .filter("NO_NETWORK"::equals)
                .filter(reason -> StsRecord.of(seen.records()) instanceof StsRecord.Valid);
    }

    private static Map<String, Object> evidence(MtaStsObservation seen) {
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("records", seen.records());
        if (!seen.visits().isEmpty()) {
            evidence.put("policyHost", seen.host());
            evidence.put("visits", seen.visits());
        }
        return evidence;
    }

    /** The findings on one domain, item by item. */
    private record OneDomain(Judgement judgement, MtaStsObservation seen) {
        List<Finding> findings() {
            return switch (StsRecord.of(seen.records())) {
                case StsRecord.NotKnown(String reason) ->
                        List.of(of(MTA_STS_NOT_KNOWN, "reason", reason));
                case StsRecord.Absent absent -> List.of(absent());
                case StsRecord.Malformed(String reason, String text) ->
                        List.of(
                                proposal()
                                        .withRecord(
                                                of(
                                                        MTA_STS_RECORD_MALFORMED,
                                                        "reason",
                                                        reason,
                                                        "record",
                                                        text)));
                case StsRecord.Several(int count) ->
                        List.of(
                                proposal()
                                        .withRecord(
                                                of(
                                                        MTA_STS_SEVERAL_RECORDS,
                                                        "count",
                                                        Integer.toString(count))));
                case StsRecord.Valid(String id) -> ofPolicy(id);
            };
        }

        private Finding absent() {
            return StsPolicy.of(seen, judgement) instanceof StsPolicy.Usable usable
                            && usable.policy().mode() != Mode.NONE
                    ? proposal().withRecord(of(MTA_STS_POLICY_WITHOUT_RECORD))
                    : proposal().withPolicy(proposal().withRecord(of(MTA_STS_ABSENT)));
        }

        private List<Finding> ofPolicy(String id) {
            List<Finding> findings = new ArrayList<>(List.of(of(MTA_STS_RECORD_VALID, "id", id)));
            switch (StsPolicy.of(seen, judgement)) {
                case StsPolicy.NotKnown(String reason) ->
                        findings.add(of(MTA_STS_POLICY_NOT_KNOWN, "reason", reason));
                case StsPolicy.Unusable unusable -> findings.add(unusable(unusable));
                case StsPolicy.Usable usable -> {
                    findings.addAll(new StsPolicyFindings(judgement.domain(), usable).findings());
                    findings.addAll(ofHosts(usable.policy()));
                }
            }
            return findings;
        }

        /** What is served in place of a policy may be overwritten with one. */
        private Finding unusable(StsPolicy.Unusable policy) {
            Finding finding =
                    new Finding(
                            policy.code(),
                            judgement.domain(),
                            policy.arguments(),
                            Optional.empty(),
                            Optional.empty());
            return MENDED_BY_POLICY.contains(policy.code())
                    ? proposal().withPolicy(finding)
                    : finding;
        }

        private List<Finding> ofHosts(MtaStsPolicy.Valid policy) {
            return policy.mode() == Mode.NONE
                    ? List.of()
                    : new StsMxFindings(judgement, policy).findings();
        }

        private StsProposal proposal() {
            return new StsProposal(seen, judgement);
        }

        private Finding of(FindingCode code, String... arguments) {
            return Finding.of(code, judgement.domain(), arguments);
        }
    }
}
