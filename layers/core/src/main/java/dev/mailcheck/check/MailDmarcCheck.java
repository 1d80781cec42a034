package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DMARC_ENVELOPE_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_ALIGNMENT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_AUTHOR_AMBIGUOUS;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_AUTHOR_IN_GROUP;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_NAME_SHOWS_OTHER_ADDRESS;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_NOT_ALIGNED;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_NOT_AUTHENTICATED;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_NO_AUTHOR;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_PASSES;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_PASSES_BY_DKIM_ONLY;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_PASSES_BY_SPF_ONLY;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_SEVERAL_AUTHORS;
import static dev.mailcheck.check.FindingCode.DMARC_MAIL_SEVERAL_FROM_FIELDS;
import static dev.mailcheck.check.FindingCode.DMARC_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DMARC_POLICY_UNUSABLE;
import static dev.mailcheck.check.FindingCode.DMARC_RECEIVER_NOT_TRUSTED;
import static dev.mailcheck.check.FindingCode.DMARC_RECORD_MISSING;

import dev.mailcheck.dmarc.DmarcPolicy;
import dev.mailcheck.dmarc.DmarcRecord;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.json.JsonNull;
import dev.mailcheck.message.Authors;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.MailSpfObservation;
import dev.mailcheck.probe.Observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the mail is from whom it says it is, and what its domain wants done if not (RFC 9989).
 */
final class MailDmarcCheck implements MailCheck {
    private static final NotEnoughKnown NOT_ENOUGH_KNOWN =
            new NotEnoughKnown(DMARC_RECEIVER_NOT_TRUSTED, DMARC_ENVELOPE_NOT_KNOWN);

    @Override
    public CheckId id() {
        return CheckId.DMARC;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailObservation.class, MailDmarcObservation.class, MailSpfObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MailObservation mail = judgement.seen().get(MailObservation.class);
        DmarcResult dmarc = judgement.seen().get(MailDmarcObservation.class).dmarc();
        boolean spfKnown = judgement.seen().get(MailSpfObservation.class).sender().isPresent();
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(dmarc, judgement, mail, spfKnown));
        mail.authors().ifPresent(authors -> ofAuthors(authors, dmarc, findings));
        return CheckResult.of(id(), findings, evidence(dmarc));
    }

    private static Finding finding(
            DmarcResult dmarc, Judgement judgement, MailObservation mail, boolean spfKnown) {
        return switch (dmarc.reason()) {
            case ALIGNED -> finding(passes(dmarc, spfKnown), dmarc);
            case NOTHING_AUTHENTICATED -> finding(DMARC_MAIL_NOT_AUTHENTICATED, dmarc);
            case NOT_ALIGNED -> finding(DMARC_MAIL_NOT_ALIGNED, dmarc);
            case SPF_NOT_KNOWN -> spfNotKnown(judgement, mail);
            case NO_RECORD -> Finding.of(DMARC_RECORD_MISSING, author(dmarc));
            case RECORD_UNUSABLE -> unusable(dmarc);
            case RECORD_NOT_KNOWN ->
                    Finding.of(
                            DMARC_NOT_KNOWN,
                            author(dmarc),
                            "reason",
                            dmarc.arguments().getOrDefault("dns", "NOT_RUN"));
            case ALIGNMENT_NOT_KNOWN ->
                    Finding.of(
                            DMARC_MAIL_ALIGNMENT_NOT_KNOWN,
                            author(dmarc),
                            "domain",
                            dmarc.arguments().getOrDefault("domain", "?"));
            case NO_AUTHOR -> finding(DMARC_MAIL_NO_AUTHOR, dmarc);
            case AUTHOR_AMBIGUOUS -> finding(DMARC_MAIL_AUTHOR_AMBIGUOUS, dmarc);
            case SEVERAL_FROM_FIELDS -> finding(DMARC_MAIL_SEVERAL_FROM_FIELDS, dmarc);
            case SEVERAL_AUTHORS -> finding(DMARC_MAIL_SEVERAL_AUTHORS, dmarc);
        };
    }

    private static FindingCode passes(DmarcResult dmarc, boolean spfKnown) {
        if (dmarc.spfAligned() && !dmarc.dkimAligned()) {
            return DMARC_MAIL_PASSES_BY_SPF_ONLY;
        }
        return !dmarc.spfAligned() && spfKnown ? DMARC_MAIL_PASSES_BY_DKIM_ONLY : DMARC_MAIL_PASSES;
    }

    private static Finding spfNotKnown(Judgement judgement, MailObservation mail) {
        String missing = judgement.seen().get(MailSpfObservation.class).missing().orElse("NOT_RUN");
        return NOT_ENOUGH_KNOWN.finding(judgement.domain(), missing, mail.envelope());
    }

    private static Finding unusable(DmarcResult dmarc) {
        String policies =
                dmarc.record()
                        .flatMap(DmarcRecord::parse)
                        .map(DmarcRecordFindings::policies)
                        .orElse("-");
        return Finding.of(
                DMARC_POLICY_UNUSABLE,
                dmarc.policyDomain().orElseGet(() -> author(dmarc)),
                "policies",
                policies);
    }

    private static Finding finding(FindingCode code, DmarcResult dmarc) {
        return Finding.of(
                code,
                author(dmarc),
                "policy",
                dmarc.applied().map(DmarcPolicy::word).orElse("none"),
                "policyDomain",
                dmarc.policyDomain().orElse("-"),
                "domains",
                String.join(
                        ", ",
                        dmarc.identifiers().stream()
                                .filter(identifier -> identifier.certain())
                                .map(identifier -> identifier.domain().text())
                                .distinct()
                                .toList()),
                "reason",
                "DMARC_ASKS_" + dmarc.applied().orElse(DmarcPolicy.NONE).name());
    }

    private static void ofAuthors(Authors authors, DmarcResult dmarc, List<Finding> findings) {
        if (authors.remarks().contains(Authors.Remark.NAME_HOLDS_OTHER_ADDRESS)) {
            findings.add(finding(DMARC_MAIL_NAME_SHOWS_OTHER_ADDRESS, dmarc));
        }
        if (authors.remarks().contains(Authors.Remark.GROUP)) {
            findings.add(finding(DMARC_MAIL_AUTHOR_IN_GROUP, dmarc));
        }
    }

    private static String author(DmarcResult dmarc) {
        return dmarc.fromDomain().orElse("");
    }

    /** Each name of the contract is there, null where it has no value. */
    private static Map<String, Object> evidence(DmarcResult dmarc) {
        Map<String, Object> evidence = new TreeMap<>();
        evidence.put("result", dmarc.result().word());
        evidence.put("reason", dmarc.reason().name());
        evidence.put("spfAligned", dmarc.spfAligned());
        evidence.put("dkimAligned", dmarc.dkimAligned());
        evidence.put("identifiers", dmarc.identifiers());
        evidence.put("fromDomain", JsonNull.or(dmarc.fromDomain()));
        evidence.put("organizationalDomain", JsonNull.or(dmarc.organizationalDomain()));
        evidence.put("policyDomain", JsonNull.or(dmarc.policyDomain()));
        evidence.put("policy", JsonNull.or(dmarc.policy().map(DmarcPolicy::word)));
        evidence.put("applied", JsonNull.or(dmarc.applied().map(DmarcPolicy::word)));
        dmarc.tag().ifPresent(tag -> evidence.put("tag", tag.word()));
        evidence.put("record", JsonNull.or(dmarc.record()));
        evidence.put("walk", dmarc.walk().map(TreeWalk::needed).orElse(List.of()));
        if (!dmarc.further().isEmpty()) {
            evidence.put("further", dmarc.further());
        }
        return evidence;
    }
}
