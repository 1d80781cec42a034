package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_FORWARDER_WITHOUT_ARC;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_FORWARDER_WITH_ARC;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_NOT_BULK;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_ONE_CLICK;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_ONE_CLICK_MISSING;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_SPAM_RATE;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_UNSUBSCRIBE_BY_MAIL_ONLY;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_UNSUBSCRIBE_MISSING;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_UNSUBSCRIBE_NOT_SIGNED;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.SignatureResult;
import dev.mailcheck.message.Form;
import dev.mailcheck.message.ListUnsubscribe;
import dev.mailcheck.probe.FormObservation;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.SignaturesObservation;

import java.util.ArrayList;
import java.util.List;

/**
 * What the large providers ask of mail to many, and of those who forward mail. Only what the mail
 * shows tells whether it went to many, so nothing here is more than optional.
 */
final class UnsubscribeRules {
    private static final List<String> FIELDS = List.of("list-unsubscribe", "list-unsubscribe-post");

    private UnsubscribeRules() {}

    static List<FindingCode> of(Judgement judgement) {
        Form form = judgement.seen().get(FormObservation.class).form();
        SignaturesObservation signatures = judgement.seen().get(SignaturesObservation.class);
        List<FindingCode> codes = new ArrayList<>();
        if (form.looksBulk()) {
            codes.add(unsubscribe(form.unsubscribe(), signatures.dkim()));
            codes.add(SENDER_GUIDELINES_SPAM_RATE);
        } else {
            codes.add(SENDER_GUIDELINES_NOT_BULK);
        }
        if (judgement.seen().get(MailObservation.class).looksForwarded()) {
            codes.add(
                    signatures.arc().instances() > 0
                            ? SENDER_GUIDELINES_FORWARDER_WITH_ARC
                            : SENDER_GUIDELINES_FORWARDER_WITHOUT_ARC);
        }
        return codes;
    }

    private static FindingCode unsubscribe(ListUnsubscribe ways, DkimResult dkim) {
        if (!ways.has("https") && !ways.has("mailto")) {
            return SENDER_GUIDELINES_UNSUBSCRIBE_MISSING;
        }
        if (!ways.has("https")) {
            return SENDER_GUIDELINES_UNSUBSCRIBE_BY_MAIL_ONLY;
        }
        if (!ways.oneClick()) {
            return SENDER_GUIDELINES_ONE_CLICK_MISSING;
        }
        return dkim.signatures().stream().anyMatch(UnsubscribeRules::covers)
                ? SENDER_GUIDELINES_ONE_CLICK
                : SENDER_GUIDELINES_UNSUBSCRIBE_NOT_SIGNED;
    }

    /** A signature whose key did not come is not held against the sender. */
    private static boolean covers(SignatureResult signature) {
        boolean sound =
                signature.authenticated().isPresent() || signature.result() == DkimWord.TEMPERROR;
        return sound
                && signature
                        .facts()
                        .filter(facts -> facts.signedFields().containsAll(FIELDS))
                        .isPresent();
    }
}
