package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DKIM_MAIL_FILE_CHANGED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_NOT_SIGNED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_SIGNED;
import static dev.mailcheck.check.FindingCode.DKIM_MAIL_SIGNED_BY_OTHER_DOMAIN;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.SignatureResult;
import dev.mailcheck.dmarc.AuthenticatedDomain.Method;
import dev.mailcheck.message.Oddity;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.SignaturesObservation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the mail bears a signature of its author's domain that holds (RFC 6376). */
final class MailDkimCheck implements MailCheck {
    /** What keeps a file from being the mail as it came. */
    private static final Set<Oddity> SAVED =
            EnumSet.of(
                    Oddity.BYTE_ORDER_MARK,
                    Oddity.MBOX_FROM_LINE,
                    Oddity.ESCAPED_FROM_LINE,
                    Oddity.LF_LINE_ENDS,
                    Oddity.MIXED_LINE_ENDS,
                    Oddity.LEADING_BLANK_LINES,
                    Oddity.OUTLOOK_MSG_FILE,
                    Oddity.UTF_16_TEXT);

    @Override
    public CheckId id() {
        return CheckId.DKIM;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailObservation.class, SignaturesObservation.class);
    }

    @Override
    public Set<Class<? extends Observation>> considers() {
        return Set.of(MailDmarcObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        MailObservation mail = judgement.seen().get(MailObservation.class);
        DkimResult dkim = judgement.seen().get(SignaturesObservation.class).dkim();
        MailAlignment alignment = MailAlignment.in(judgement);
        List<Finding> findings = new ArrayList<>();
        if (dkim.signatures().isEmpty()) {
            findings.add(Finding.of(DKIM_MAIL_NOT_SIGNED, judgement.domain()));
        } else {
            findings.addAll(findings(dkim, alignment, mail.looksForwarded()));
        }
        if (isBroken(dkim)) {
            fileChanged(judgement.domain(), mail).ifPresent(findings::add);
        }
        return CheckResult.of(
                id(),
                findings.stream().distinct().toList(),
                Map.of(
                        "result", dkim.result().word(),
                        "signatures", MailDkimEvidence.of(dkim, alignment),
                        "lineEndsMended", dkim.lineEndsMended()));
    }

    private static List<Finding> findings(
            DkimResult dkim, MailAlignment alignment, boolean forwarded) {
        List<SignatureResult> good =
                dkim.signatures().stream().filter(s -> s.authenticated().isPresent()).toList();
        List<Finding> findings = new ArrayList<>();
        if (!good.isEmpty()) {
            findings.add(signed(good, alignment));
        }
        SignatureFindings ofEach = new SignatureFindings(!good.isEmpty(), forwarded, dkim);
        dkim.signatures().forEach(signature -> findings.addAll(ofEach.of(signature)));
        return findings;
    }

    /** By the author's domain, if any; a mail without one author is signed by whom it says. */
    private static Finding signed(List<SignatureResult> good, MailAlignment alignment) {
        Optional<SignatureResult> own = good.stream().filter(s -> isOwn(s, alignment)).findFirst();
        SignatureResult shown = own.orElse(good.getFirst());
        return Finding.of(
                own.isPresent() ? DKIM_MAIL_SIGNED : DKIM_MAIL_SIGNED_BY_OTHER_DOMAIN,
                shown.domain().orElse(""),
                "selector",
                shown.selector().orElse(""),
                "algorithm",
                shown.algorithm().orElse(""),
                "author",
                alignment.author().orElse("?"));
    }

    private static boolean isOwn(SignatureResult signature, MailAlignment alignment) {
        return alignment.of(signature.domain().orElse(""), Method.DKIM).orElse(false);
    }

    private static boolean isBroken(DkimResult dkim) {
        return dkim.signatures().stream().anyMatch(s -> s.result() == DkimWord.FAIL);
    }

    private static Optional<Finding> fileChanged(String domain, MailObservation mail) {
        return mail.oddities().stream()
                .filter(SAVED::contains)
                .findFirst()
                .map(oddity ->
                        Finding.of(
                                DKIM_MAIL_FILE_CHANGED, domain, "reason", "MAIL_" + oddity.name()));
    }
}
