package dev.mailcheck.grade;

import static dev.mailcheck.check.CheckId.ARC;
import static dev.mailcheck.check.CheckId.BIMI;
import static dev.mailcheck.check.CheckId.DANE;
import static dev.mailcheck.check.CheckId.DNS;
import static dev.mailcheck.check.CheckId.DNSSEC;
import static dev.mailcheck.check.CheckId.INBOUND_TLS;
import static dev.mailcheck.check.CheckId.IPV6;
import static dev.mailcheck.check.CheckId.MESSAGE;
import static dev.mailcheck.check.CheckId.MTA_STS;
import static dev.mailcheck.check.CheckId.MX;
import static dev.mailcheck.check.CheckId.OUTBOUND_TLS;
import static dev.mailcheck.check.CheckId.RELAY;
import static dev.mailcheck.check.CheckId.SENDER_GUIDELINES;
import static dev.mailcheck.check.CheckId.TLS_RPT;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.probe.ReportKind;

import java.util.List;
import java.util.stream.Stream;

/** The one list of checks that a kind of report does not run, with the reason. */
public final class NotRun {
    private static final List<CheckId> NEED_A_MAIL =
            List.of(OUTBOUND_TLS, ARC, MESSAGE, SENDER_GUIDELINES);

    private static final List<CheckId> NEED_THE_DOMAIN =
            List.of(INBOUND_TLS, RELAY, DNSSEC, MX, MTA_STS, TLS_RPT, DANE, BIMI, IPV6, DNS);

    private NotRun() {}

    /** In a report of this kind. */
    public static List<NotTested> in(ReportKind kind) {
        return switch (kind) {
            case DOMAIN -> inDomainReport();
            case MAIL -> all(NEED_THE_DOMAIN, "NEEDS_DOMAIN").toList();
            case FULL -> List.of();
        };
    }

    /** In a report on a domain seen from outside; in the report's order. */
    public static List<NotTested> inDomainReport() {
        return all(NEED_A_MAIL, "NEEDS_MAIL").toList();
    }

    private static Stream<NotTested> all(List<CheckId> checks, String reason) {
        return checks.stream().map(id -> new NotTested(id, reason));
    }
}
