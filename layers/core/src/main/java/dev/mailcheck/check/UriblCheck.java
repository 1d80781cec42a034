package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.URIBL_ANSWER_OF_NO_LIST;
import static dev.mailcheck.check.FindingCode.URIBL_ANSWER_UNKNOWN;
import static dev.mailcheck.check.FindingCode.URIBL_LISTED;
import static dev.mailcheck.check.FindingCode.URIBL_LISTED_AS_DOUBTFUL;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_ANSWERS;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_LISTS_EVERYTHING;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_NOT_ASKED;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_REFUSES_US;
import static dev.mailcheck.check.FindingCode.URIBL_LIST_SILENT;
import static dev.mailcheck.check.FindingCode.URIBL_NAME_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.URIBL_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.URIBL_NOT_LISTED;

import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.UriblObservation;

import java.util.Set;

/**
 * Whether the domain, or the registered domain it is a part of, is on lists of domains that are
 * seen in spam (RFC 5782, section 3): mail in its name or with its links is refused then.
 */
public final class UriblCheck implements Check {
    private static final ListCodes CODES =
            new ListCodes(
                    URIBL_NOT_KNOWN,
                    URIBL_NOT_LISTED,
                    URIBL_LISTED,
                    URIBL_LISTED_AS_DOUBTFUL,
                    URIBL_LISTED_AS_DOUBTFUL,
                    URIBL_LISTED_AS_DOUBTFUL,
                    URIBL_NAME_NOT_KNOWN,
                    URIBL_LIST_ANSWERS,
                    URIBL_LIST_SILENT,
                    URIBL_LIST_REFUSES_US,
                    URIBL_LIST_LISTS_EVERYTHING,
                    URIBL_ANSWER_OF_NO_LIST,
                    URIBL_ANSWER_UNKNOWN,
                    URIBL_LIST_NOT_ASKED);

    @Override
    public CheckId id() {
        return CheckId.URIBL;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(UriblObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        return ListResult.of(
                id(),
                judgement.domain(),
                judgement.seen().get(UriblObservation.class).seen(),
                CODES,
                BlockLists.known());
    }
}
