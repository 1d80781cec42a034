package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MESSAGE_FROM_GMAIL_SENT_ELSEWHERE;
import static dev.mailcheck.check.FindingCode.MESSAGE_FROM_GOOD;
import static dev.mailcheck.check.FindingCode.MESSAGE_FROM_MALFORMED;
import static dev.mailcheck.check.FindingCode.MESSAGE_FROM_MISSING;
import static dev.mailcheck.check.FindingCode.MESSAGE_FROM_REPEATED;
import static dev.mailcheck.check.FindingCode.MESSAGE_FROM_UNREADABLE;
import static dev.mailcheck.check.FindingCode.MESSAGE_SEVERAL_AUTHORS;

import dev.mailcheck.dmarc.DmarcReason;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.Authors.Remark;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a mail has one From field that all programs read alike (RFC 5322, section 3.6.2). */
final class AuthorFindings {
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");
    private static final Set<DmarcReason> NOT_FROM_THERE =
            Set.of(DmarcReason.NOTHING_AUTHENTICATED, DmarcReason.NOT_ALIGNED);

    private AuthorFindings() {}

    static List<Finding> of(Judgement judgement, MailObservation mail) {
        List<Finding> findings = new ArrayList<>();
        mail.authors()
                .map(authors ->
                        Finding.of(
                                code(authors),
                                judgement.domain(),
                                "count",
                                String.valueOf(authors.fields())))
                .ifPresent(findings::add);
        if (isForgedGmail(judgement, mail)) {
            findings.add(Finding.of(MESSAGE_FROM_GMAIL_SENT_ELSEWHERE, judgement.domain()));
        }
        return findings;
    }

    private static FindingCode code(Authors authors) {
        if (authors.fields() != 1) {
            return authors.fields() == 0 ? MESSAGE_FROM_MISSING : MESSAGE_FROM_REPEATED;
        }
        Set<Remark> remarks = authors.remarks();
        if (remarks.contains(Remark.NO_DOMAIN) || remarks.contains(Remark.AMBIGUOUS)) {
            return MESSAGE_FROM_UNREADABLE;
        }
        if (remarks.contains(Remark.SEVERAL_AUTHORS)) {
            return MESSAGE_SEVERAL_AUTHORS;
        }
        boolean odd =
                remarks.contains(Remark.MALFORMED)
                        || remarks.contains(Remark.CONTROL_CHARACTER)
                        || remarks.contains(Remark.SEVERAL_ADDRESSES_IN_ONE);
        return odd ? MESSAGE_FROM_MALFORMED : MESSAGE_FROM_GOOD;
    }

    /** Forwarded mail may have lost what shows that it is Gmail's. */
    private static boolean isForgedGmail(Judgement judgement, MailObservation mail) {
        return GMAIL.contains(judgement.domain())
                && !mail.looksForwarded()
                && judgement
                        .seen()
                        .find(MailDmarcObservation.class)
                        .filter(seen -> NOT_FROM_THERE.contains(seen.dmarc().reason()))
                        .isPresent();
    }
}
