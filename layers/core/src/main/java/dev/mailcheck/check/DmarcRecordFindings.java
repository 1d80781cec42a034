package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DMARC_POLICY_UNUSABLE;
import static dev.mailcheck.check.FindingCode.DMARC_RECORD_AT_DOMAIN;
import static dev.mailcheck.check.FindingCode.DMARC_RECORD_INHERITED;
import static dev.mailcheck.check.FindingCode.DMARC_RECORD_MISSING;
import static dev.mailcheck.check.FindingCode.DMARC_RECORD_VALID;
import static dev.mailcheck.check.FindingCode.DMARC_SEVERAL_RECORDS;
import static dev.mailcheck.check.FindingCode.DMARC_VERSION_WRONG;

import dev.mailcheck.dmarc.DmarcRecord;
import dev.mailcheck.dmarc.DmarcRewrite;
import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.PolicyTag;
import dev.mailcheck.dmarc.WalkStep;
import dev.mailcheck.probe.DmarcObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether one record applies, stands where it must, and is of the right form. */
final class DmarcRecordFindings {
    /** What a text at {@code _dmarc} looks like that was meant for DMARC. */
    private static final Pattern MEANT =
            Pattern.compile(
                    "(?is)\\s*\"?\\s*(?:v\\s*=\\s*dmarc|p\\s*=\\s*(?:none|quarantine|reject)).*");

    private DmarcRecordFindings() {}

    static List<Finding> of(String domain, DmarcObservation seen) {
        List<Finding> findings = new ArrayList<>(misplaced(domain, seen));
        switch (seen.discovery()) {
            case PolicyDiscovery.Found found -> {
                if (findings.isEmpty()) {
                    findings.addAll(applies(domain, found));
                }
            }
            case PolicyDiscovery.Unusable unusable -> findings.add(unusable(unusable));
            case PolicyDiscovery.None none -> {
                if (findings.isEmpty()) {
                    findings.add(missing(domain, seen));
                }
            }
            case PolicyDiscovery.NotKnown unknown -> {}
        }
        return findings;
    }

    /** What is wrong with the texts at the domain's own two names. */
    private static List<Finding> misplaced(String domain, DmarcObservation seen) {
        WalkStep own = seen.walk().steps().getFirst();
        TxtPlace place = new TxtPlace(own.question(), own.answer());
        if (own.records().size() > 1) {
            return List.of(several(own));
        }
        if (own.failure().isPresent() || own.record().isPresent()) {
            return List.of();
        }
        Optional<Finding> wrongVersion =
                own.answer().data().stream()
                        .filter(text -> MEANT.matcher(text).matches())
                        .findFirst()
                        .map(text -> wrongVersion(domain, place, text));
        return wrongVersion
                .or(() ->
                        seen.atDomain().data().stream()
                                .flatMap(text -> DmarcRecord.parse(text).stream())
                                .findFirst()
                                .map(record -> atDomain(domain, place, record)))
                .stream()
                .toList();
    }

    private static Finding several(WalkStep step) {
        Finding finding =
                Finding.of(
                        DMARC_SEVERAL_RECORDS,
                        step.domain().text(),
                        "count",
                        Integer.toString(step.records().size()));
        return new TxtPlace(step.question(), step.answer())
                .mend(finding, DmarcRewrite.merged(step.records()));
    }

    private static Finding wrongVersion(String domain, TxtPlace place, String text) {
        return place.mend(
                Finding.of(DMARC_VERSION_WRONG, domain, "record", text),
                DmarcRewrite.withVersion(text));
    }

    private static Finding atDomain(String domain, TxtPlace place, DmarcRecord record) {
        Optional<String> moved =
                record.standing() == DmarcRecord.Standing.UNUSABLE
                        ? Optional.empty()
                        : Optional.of(record.text());
        return place.mend(
                Finding.of(DMARC_RECORD_AT_DOMAIN, domain, "record", record.text()), moved);
    }

    /** No record applies; two at a name above are the cause where there are two. */
    private static Finding missing(String domain, DmarcObservation seen) {
        Optional<WalkStep> several =
                seen.walk().needed().stream().filter(step -> step.records().size() > 1).findFirst();
        if (several.isPresent()) {
            return several(several.get());
        }
        WalkStep own = seen.walk().steps().getFirst();
        return new TxtPlace(own.question(), own.answer())
                .mend(Finding.of(DMARC_RECORD_MISSING, domain), Optional.of(beginning(seen)));
    }

    /** Nothing is lost by refusing mail of a domain that sends none. */
    private static String beginning(DmarcObservation seen) {
        return SendsNoMail.isSaid(seen.atDomain()) ? "v=DMARC1; p=reject" : "v=DMARC1; p=none";
    }

    private static Finding unusable(PolicyDiscovery.Unusable unusable) {
        WalkStep step = unusable.step();
        Finding finding =
                Finding.of(
                        DMARC_POLICY_UNUSABLE,
                        step.domain().text(),
                        "policies",
                        policies(unusable.record()));
        return new TxtPlace(step.question(), step.answer())
                .mend(finding, Optional.of(DmarcRewrite.tidy(unusable.record())));
    }

    /** The policies as the record has them, "p=quarentine sp=none"; "-" for none. */
    static String policies(DmarcRecord record) {
        List<String> written =
                record.tags().tags().stream()
                        .filter(tag -> isPolicy(tag.name()))
                        .map(Object::toString)
                        .toList();
        return written.isEmpty() ? "-" : String.join(" ", written);
    }

    private static boolean isPolicy(String name) {
        return List.of(PolicyTag.values()).stream().anyMatch(tag -> tag.word().equals(name));
    }

    private static List<Finding> applies(String domain, PolicyDiscovery.Found found) {
        List<Finding> findings = new ArrayList<>();
        if (!found.isOfPublicSuffix()) {
            findings.addAll(DmarcFormFindings.of(found));
        }
        if (findings.stream().allMatch(finding -> finding.level() == Level.OPTIONAL)) {
            boolean direct = found.tag() == PolicyTag.P;
            findings.addFirst(
                    Finding.of(
                            direct ? DMARC_RECORD_VALID : DMARC_RECORD_INHERITED,
                            domain,
                            "policyDomain",
                            found.policyDomain().text()));
        }
        return findings;
    }
}
