package dev.mailcheck.grade;

import static dev.mailcheck.check.CheckId.ARC;
import static dev.mailcheck.check.CheckId.DANE;
import static dev.mailcheck.check.CheckId.DNSBL;
import static dev.mailcheck.check.CheckId.DNSSEC;
import static dev.mailcheck.check.CheckId.MESSAGE;
import static dev.mailcheck.check.CheckId.MTA_STS;
import static dev.mailcheck.check.CheckId.OUTBOUND_TLS;
import static dev.mailcheck.check.CheckId.SENDER_GUIDELINES;
import static dev.mailcheck.check.CheckId.URIBL;

import dev.mailcheck.check.CheckId;

import java.util.List;
import java.util.stream.Stream;

/** The one list of checks that a kind of report does not run, with the reason. */
public final class NotRun {
    private static final List<CheckId> NEED_A_MAIL =
            List.of(OUTBOUND_TLS, ARC, MESSAGE, SENDER_GUIDELINES);

    private static final List<CheckId> NOT_BUILT = List.of(DNSSEC, DNSBL, MTA_STS, DANE, URIBL);

    private NotRun() {}

    /** In a report on a domain seen from outside; in the report's order. */
    public static List<NotTested> inDomainReport() {
        return Stream.concat(
                        NEED_A_MAIL.stream().map(id -> new NotTested(id, "NEEDS_MAIL")),
                        NOT_BUILT.stream().map(id -> new NotTested(id, "NOT_BUILT")))
                .toList();
    }
}
