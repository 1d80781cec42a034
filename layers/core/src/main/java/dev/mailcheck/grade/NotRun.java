package dev.mailcheck.grade;

import static dev.mailcheck.check.CheckId.ARC;
import static dev.mailcheck.check.CheckId.MESSAGE;
import static dev.mailcheck.check.CheckId.OUTBOUND_TLS;
import static dev.mailcheck.check.CheckId.RELAY;
import static dev.mailcheck.check.CheckId.SENDER_GUIDELINES;

import dev.mailcheck.check.CheckId;

import java.util.List;
import java.util.stream.Stream;

/** The one list of checks that a kind of report does not run, with the reason. */
public final class NotRun {
    private static final List<CheckId> NEED_A_MAIL =
            List.of(OUTBOUND_TLS, ARC, MESSAGE, SENDER_GUIDELINES);

    private static final List<CheckId> NOT_BUILT = List.of(RELAY);

    private NotRun() {}

    /** In a report on a domain seen from outside; in the report's order. */
    public static List<NotTested> inDomainReport() {
        return Stream.concat(
                        NEED_A_MAIL.stream().map(id -> new NotTested(id, "NEEDS_MAIL")),
                        NOT_BUILT.stream().map(id -> new NotTested(id, "NOT_BUILT")))
                .toList();
    }
}
