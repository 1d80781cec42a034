package dev.mailcheck.grade;

import static dev.mailcheck.check.CheckId.ARC;
import static dev.mailcheck.check.CheckId.MESSAGE;
import static dev.mailcheck.check.CheckId.OUTBOUND_TLS;
import static dev.mailcheck.check.CheckId.SENDER_GUIDELINES;

import dev.mailcheck.check.CheckId;

import java.util.List;

/** The one list of checks that a kind of report does not run, with the reason. */
public final class NotRun {
    private static final List<CheckId> NEED_A_MAIL =
            List.of(OUTBOUND_TLS, ARC, MESSAGE, SENDER_GUIDELINES);

    private NotRun() {}

    /** In a report on a domain seen from outside; in the report's order. */
    public static List<NotTested> inDomainReport() {
        return NEED_A_MAIL.stream().map(id -> new NotTested(id, "NEEDS_MAIL")).toList();
    }
}
