package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_FORM_FAULTY;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_FORM_GOOD;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_REVERSE_DNS_GOOD;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_REVERSE_DNS_MISSING;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_REVERSE_DNS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_TLS_MISSING;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_TLS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_TLS_USED;

import dev.mailcheck.iprev.IprevResult;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.Form;
import dev.mailcheck.message.InnerAddress;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.probe.ClientNameObservation;
import dev.mailcheck.probe.FormObservation;
import dev.mailcheck.probe.MailObservation;

import java.util.List;

/** What the large providers ask of the connection that brings a mail, and of its form. */
final class ConnectionRules {
    private ConnectionRules() {}

    static List<FindingCode> of(Judgement judgement) {
        MailObservation mail = judgement.seen().get(MailObservation.class);
        Form form = judgement.seen().get(FormObservation.class).form();
        return List.of(
                tls(mail.envelope().tls().encryption()),
                judgement
                        .seen()
                        .find(ClientNameObservation.class)
                        .flatMap(ClientNameObservation::iprev)
                        .filter(client -> !Submission.is(mail.envelope()))
                        .map(ConnectionRules::name)
                        .orElse(SENDER_GUIDELINES_REVERSE_DNS_NOT_KNOWN),
                hasForm(mail, form) ? SENDER_GUIDELINES_FORM_GOOD : SENDER_GUIDELINES_FORM_FAULTY);
    }

    private static FindingCode tls(Encryption encryption) {
        return switch (encryption) {
            case ENCRYPTED -> SENDER_GUIDELINES_TLS_USED;
            case PLAINTEXT -> SENDER_GUIDELINES_TLS_MISSING;
            case NOT_SAID -> SENDER_GUIDELINES_TLS_NOT_KNOWN;
        };
    }

    private static FindingCode name(IprevResult iprev) {
        if (InnerAddress.isInner(iprev.ip())) {
            return SENDER_GUIDELINES_REVERSE_DNS_NOT_KNOWN;
        }
        return switch (iprev.result()) {
            case PASS -> SENDER_GUIDELINES_REVERSE_DNS_GOOD;
            case FAIL, PERMERROR -> SENDER_GUIDELINES_REVERSE_DNS_MISSING;
            case TEMPERROR -> SENDER_GUIDELINES_REVERSE_DNS_NOT_KNOWN;
        };
    }

    /** One From field with an author, and a date: without these Gmail refuses a mail. */
    private static boolean hasForm(MailObservation mail, Form form) {
        boolean author =
                mail.authors()
                        .filter(authors -> authors.fields() == 1)
                        .filter(authors -> !authors.remarks().contains(Authors.Remark.NO_DOMAIN))
                        .isPresent();
        return author && form.sent().isPresent();
    }
}
