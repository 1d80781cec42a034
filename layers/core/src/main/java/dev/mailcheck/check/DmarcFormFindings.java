package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DMARC_PCT_100;
import static dev.mailcheck.check.FindingCode.DMARC_POLICY_INVALID;
import static dev.mailcheck.check.FindingCode.DMARC_POLICY_TAG_MISSING;
import static dev.mailcheck.check.FindingCode.DMARC_REPORT_SIZE_LIMIT;
import static dev.mailcheck.check.FindingCode.DMARC_TAG_IGNORED;
import static dev.mailcheck.check.FindingCode.DMARC_TAG_ORDER;
import static dev.mailcheck.check.FindingCode.DMARC_TAG_REMOVED;
import static dev.mailcheck.check.FindingCode.DMARC_TAG_REPEATED;
import static dev.mailcheck.check.FindingCode.DMARC_TAG_UNKNOWN;

import dev.mailcheck.dmarc.DmarcRecord;
import dev.mailcheck.dmarc.DmarcRemark;
import dev.mailcheck.dmarc.DmarcRemarks;
import dev.mailcheck.dmarc.DmarcRewrite;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.PolicyTag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What receivers ignore in the record that applies, or read as something else. One and the same
 * tidy record mends all of it.
 */
final class DmarcFormFindings {
    private DmarcFormFindings() {}

    static List<Finding> of(PolicyDiscovery.Found found) {
        DmarcRecord record = found.record();
        String policyDomain = found.policyDomain().text();
        List<Finding> findings = new ArrayList<>();
        if (record.standing() == DmarcRecord.Standing.AS_IF_NONE) {
            findings.add(asIfNone(policyDomain, record));
        }
        remarks(record)
                .forEach((kind, remarks) ->
                        findings.add(Finding.of(code(kind), policyDomain, "tags", texts(remarks))));
        TxtPlace place = new TxtPlace(found.step().question(), found.step().answer());
        Optional<String> tidy = Optional.of(DmarcRewrite.tidy(record));
        return findings.stream().map(finding -> place.mend(finding, tidy)).toList();
    }

    /** By kind, in the order of the kinds. */
    private static Map<DmarcRemark.Kind, List<DmarcRemark>> remarks(DmarcRecord record) {
        return DmarcRemarks.of(record).stream()
                .collect(
                        Collectors.groupingBy(
                                DmarcRemark::kind,
                                () -> new EnumMap<>(DmarcRemark.Kind.class),
                                Collectors.toList()));
    }

    private static Finding asIfNone(String policyDomain, DmarcRecord record) {
        boolean missing =
                record.tags().value("p").isEmpty()
                        && !record.isInvalid(PolicyTag.SP)
                        && !record.isInvalid(PolicyTag.NP);
        return missing
                ? Finding.of(DMARC_POLICY_TAG_MISSING, policyDomain)
                : Finding.of(
                        DMARC_POLICY_INVALID,
                        policyDomain,
                        "policies",
                        DmarcRecordFindings.policies(record));
    }

    private static FindingCode code(DmarcRemark.Kind kind) {
        return switch (kind) {
            case ORDER -> DMARC_TAG_ORDER;
            case UNKNOWN -> DMARC_TAG_UNKNOWN;
            case REMOVED -> DMARC_TAG_REMOVED;
            case PCT_100 -> DMARC_PCT_100;
            case SIZE_LIMIT -> DMARC_REPORT_SIZE_LIMIT;
            case IGNORED -> DMARC_TAG_IGNORED;
            case REPEATED -> DMARC_TAG_REPEATED;
        };
    }

    private static String texts(List<DmarcRemark> remarks) {
        return remarks.stream()
                .map(DmarcRemark::text)
                .distinct()
                .limit(10)
                .collect(Collectors.joining(" "));
    }
}
