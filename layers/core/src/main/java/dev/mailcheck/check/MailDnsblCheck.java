package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSBL_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_ANSWER_OF_NO_LIST;
import static dev.mailcheck.check.FindingCode.DNSBL_ANSWER_UNKNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_CLIENT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_ANSWERS;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_LISTS_EVERYTHING;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_NOT_ASKED;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_REFUSES_US;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_SILENT;
import static dev.mailcheck.check.FindingCode.DNSBL_RECEIVER_NOT_TRUSTED;
import static dev.mailcheck.check.FindingCode.DNSBL_SENDER_LISTED;
import static dev.mailcheck.check.FindingCode.DNSBL_SENDER_LISTED_BY_MINOR_LIST;
import static dev.mailcheck.check.FindingCode.DNSBL_SENDER_LISTED_BY_POLICY;
import static dev.mailcheck.check.FindingCode.DNSBL_SENDER_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_SENDER_NOT_LISTED;

import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.probe.ClientListsObservation;
import dev.mailcheck.probe.EnvelopeSeen;
import dev.mailcheck.probe.ListsSeen;
import dev.mailcheck.probe.MailObservation;
import dev.mailcheck.probe.Observation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the address that the mail came from is on lists that receivers ask (RFC 5782, section
 * 2.1). It sends, so that a list of addresses that should not is as grave as any other.
 */
final class MailDnsblCheck implements MailCheck {
    private static final ListCodes CODES =
            new ListCodes(
                    DNSBL_SENDER_NOT_KNOWN,
                    DNSBL_SENDER_NOT_LISTED,
                    DNSBL_SENDER_LISTED,
                    DNSBL_SENDER_LISTED_BY_MINOR_LIST,
                    DNSBL_SENDER_LISTED_BY_MINOR_LIST,
                    DNSBL_SENDER_LISTED_BY_POLICY,
                    DNSBL_ADDRESS_NOT_KNOWN,
                    DNSBL_LIST_ANSWERS,
                    DNSBL_LIST_SILENT,
                    DNSBL_LIST_REFUSES_US,
                    DNSBL_LIST_LISTS_EVERYTHING,
                    DNSBL_ANSWER_OF_NO_LIST,
                    DNSBL_ANSWER_UNKNOWN,
                    DNSBL_LIST_NOT_ASKED);
    private static final NotEnoughKnown NOT_ENOUGH_KNOWN =
            new NotEnoughKnown(DNSBL_RECEIVER_NOT_TRUSTED, DNSBL_CLIENT_NOT_KNOWN);

    @Override
    public CheckId id() {
        return CheckId.DNSBL;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MailObservation.class, ClientListsObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        EnvelopeSeen envelope = judgement.seen().get(MailObservation.class).envelope();
        ClientListsObservation lists = judgement.seen().get(ClientListsObservation.class);
        if (Submission.is(envelope)) {
            return notKnown(judgement.domain(), envelope, Submission.REASON);
        }
        return lists.seen()
                .map(seen -> ListResult.of(id(), client(seen), seen, CODES, BlockLists.known()))
                .orElseGet(() -> notAsked(judgement.domain(), lists, envelope));
    }

    private static String client(ListsSeen seen) {
        return seen.subjects().getFirst();
    }

    private CheckResult notAsked(
            String domain, ClientListsObservation lists, EnvelopeSeen envelope) {
        String why = lists.missing().orElse("NOT_RUN");
        return why.equals("NOT_PUBLIC")
                ? notKnown(domain, envelope, why)
                : CheckResult.of(
                        id(), List.of(NOT_ENOUGH_KNOWN.finding(domain, why, envelope)), Map.of());
    }

    private CheckResult notKnown(String domain, EnvelopeSeen envelope, String why) {
        String client = envelope.clientIp().value().orElse(domain);
        Finding finding = Finding.of(DNSBL_SENDER_NOT_KNOWN, client, "reason", why);
        return CheckResult.of(id(), List.of(finding), Map.of());
    }
}
