package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_ALIGNED;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_ALIGNMENT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_AUTHENTICATED;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_AUTHENTICATION_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_DKIM_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_DMARC_MISSING;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_NOT_ALIGNED;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_NOT_AUTHENTICATED;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_ONLY_DKIM;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_ONLY_SPF;
import static dev.mailcheck.check.FindingCode.SENDER_GUIDELINES_SPF_NOT_KNOWN;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailSpfObservation;
import dev.mailcheck.probe.SignaturesObservation;
import dev.mailcheck.spf.SpfResult;
import dev.mailcheck.spf.SpfWord;

import java.util.List;
import java.util.Optional;

/** What the large providers ask of SPF, DKIM and DMARC. */
final class AuthenticationRules {
    private enum Passed {
        YES,
        NO,
        NOT_KNOWN
    }

    private AuthenticationRules() {}

    static List<FindingCode> of(Judgement judgement) {
        Passed spf = spf(judgement.seen().get(MailSpfObservation.class).sender());
        Passed dkim = dkim(judgement.seen().get(SignaturesObservation.class).dkim());
        DmarcResult dmarc = judgement.seen().get(MailDmarcObservation.class).dmarc();
        return List.of(mechanisms(spf, dkim), alignment(dmarc));
    }

    private static Passed spf(Optional<SpfResult> spf) {
        if (spf.isEmpty() || spf.get().result() == SpfWord.TEMPERROR) {
            return Passed.NOT_KNOWN;
        }
        return spf.get().result() == SpfWord.PASS ? Passed.YES : Passed.NO;
    }

    private static Passed dkim(DkimResult dkim) {
        if (!dkim.authenticated().isEmpty()) {
            return Passed.YES;
        }
        return dkim.undecided().isEmpty() ? Passed.NO : Passed.NOT_KNOWN;
    }

    private static FindingCode mechanisms(Passed spf, Passed dkim) {
        return switch (spf) {
            case YES ->
                    switch (dkim) {
                        case YES -> SENDER_GUIDELINES_AUTHENTICATED;
                        case NO -> SENDER_GUIDELINES_ONLY_SPF;
                        case NOT_KNOWN -> SENDER_GUIDELINES_DKIM_NOT_KNOWN;
                    };
            case NO ->
                    switch (dkim) {
                        case YES -> SENDER_GUIDELINES_ONLY_DKIM;
                        case NO -> SENDER_GUIDELINES_NOT_AUTHENTICATED;
                        case NOT_KNOWN -> SENDER_GUIDELINES_AUTHENTICATION_NOT_KNOWN;
                    };
            case NOT_KNOWN ->
                    dkim == Passed.YES
                            ? SENDER_GUIDELINES_SPF_NOT_KNOWN
                            : SENDER_GUIDELINES_AUTHENTICATION_NOT_KNOWN;
        };
    }

    private static FindingCode alignment(DmarcResult dmarc) {
        return switch (dmarc.reason()) {
            case ALIGNED -> SENDER_GUIDELINES_ALIGNED;
            case NOTHING_AUTHENTICATED,
                    NOT_ALIGNED,
                    NO_AUTHOR,
                    AUTHOR_AMBIGUOUS,
                    SEVERAL_FROM_FIELDS,
                    SEVERAL_AUTHORS ->
                    SENDER_GUIDELINES_NOT_ALIGNED;
            case NO_RECORD, RECORD_UNUSABLE -> SENDER_GUIDELINES_DMARC_MISSING;
            case SPF_NOT_KNOWN, RECORD_NOT_KNOWN, ALIGNMENT_NOT_KNOWN ->
                    SENDER_GUIDELINES_ALIGNMENT_NOT_KNOWN;
        };
    }
}
