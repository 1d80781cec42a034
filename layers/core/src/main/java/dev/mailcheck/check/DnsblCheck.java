package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DNSBL_ADDRESS_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_ANSWER_OF_NO_LIST;
import static dev.mailcheck.check.FindingCode.DNSBL_ANSWER_UNKNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_LISTED;
import static dev.mailcheck.check.FindingCode.DNSBL_LISTED_BY_MINOR_LIST;
import static dev.mailcheck.check.FindingCode.DNSBL_LISTED_BY_POLICY;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_ANSWERS;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_LISTS_EVERYTHING;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_NOT_ASKED;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_REFUSES_US;
import static dev.mailcheck.check.FindingCode.DNSBL_LIST_SILENT;
import static dev.mailcheck.check.FindingCode.DNSBL_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.DNSBL_NOT_LISTED;
import static dev.mailcheck.check.FindingCode.DNSBL_NO_MAIL_HOST;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.probe.DnsblObservation;
import dev.mailcheck.probe.ListsSeen;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the mail hosts' addresses are on lists that receivers ask before they take mail (RFC
 * 5782, section 2.1). Whether these hosts send is not seen from outside, so what concerns sending
 * hosts alone is a warning.
 */
public final class DnsblCheck implements Check {
    private static final ListCodes CODES =
            new ListCodes(
                    DNSBL_NOT_KNOWN,
                    DNSBL_NOT_LISTED,
                    DNSBL_LISTED,
                    DNSBL_LISTED_BY_MINOR_LIST,
                    DNSBL_LISTED_BY_MINOR_LIST,
                    DNSBL_LISTED_BY_POLICY,
                    DNSBL_ADDRESS_NOT_KNOWN,
                    DNSBL_LIST_ANSWERS,
                    DNSBL_LIST_SILENT,
                    DNSBL_LIST_REFUSES_US,
                    DNSBL_LIST_LISTS_EVERYTHING,
                    DNSBL_ANSWER_OF_NO_LIST,
                    DNSBL_ANSWER_UNKNOWN,
                    DNSBL_LIST_NOT_ASKED);

    @Override
    public CheckId id() {
        return CheckId.DNSBL;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(DnsblObservation.class, MxObservation.class);
    }

    @Override
    public CheckResult judge(Judgement judgement) {
        ListsSeen seen = judgement.seen().get(DnsblObservation.class).seen();
        return seen.subjects().isEmpty()
                ? CheckResult.of(id(), List.of(withoutAddress(judgement)), Map.of())
                : ListResult.of(id(), judgement.domain(), seen, CODES, BlockLists.known());
    }

    /** There is nothing to ask about, or it is not known what. */
    private static Finding withoutAddress(Judgement judgement) {
        MxObservation mx = judgement.seen().get(MxObservation.class);
        return Stream.concat(
                        Stream.of(mx.mx()),
                        mx.hosts().stream().flatMap(host -> Stream.of(host.a(), host.aaaa())))
                .map(DnsAnswer::failure)
                .flatMap(Optional::stream)
                .findFirst()
                .map(why -> Finding.of(DNSBL_NOT_KNOWN, judgement.domain(), "reason", why.name()))
                .orElseGet(() -> Finding.of(DNSBL_NO_MAIL_HOST, judgement.domain()));
    }
}
