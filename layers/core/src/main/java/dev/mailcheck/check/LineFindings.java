package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MESSAGE_BARE_CR;
import static dev.mailcheck.check.FindingCode.MESSAGE_BARE_LF;
import static dev.mailcheck.check.FindingCode.MESSAGE_EIGHT_BIT_BODY;
import static dev.mailcheck.check.FindingCode.MESSAGE_EIGHT_BIT_HEADER;
import static dev.mailcheck.check.FindingCode.MESSAGE_HEADER_CUT_SHORT;
import static dev.mailcheck.check.FindingCode.MESSAGE_LINES_GOOD;
import static dev.mailcheck.check.FindingCode.MESSAGE_LINE_TOO_LONG;
import static dev.mailcheck.check.FindingCode.MESSAGE_LONE_DOT;
import static dev.mailcheck.check.FindingCode.MESSAGE_NUL;

import dev.mailcheck.message.BodyLines;
import dev.mailcheck.message.Form;
import dev.mailcheck.message.Oddity;
import dev.mailcheck.probe.MailObservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the lines and bytes of a mail look like (RFC 5322, sections 2.1.1 and 2.3). */
final class LineFindings {
    private static final int LONGEST = 998;

    private final String domain;
    private final List<Finding> findings = new ArrayList<>();

    private LineFindings(String domain) {
        this.domain = domain;
    }

    static List<Finding> of(String domain, Form form, MailObservation mail) {
        LineFindings lines = new LineFindings(domain);
        lines.look(form, mail);
        return lines.findings.isEmpty()
                ? List.of(Finding.of(MESSAGE_LINES_GOOD, domain))
                : lines.findings;
    }

    private void look(Form form, MailObservation mail) {
        BodyLines body = form.body();
        List<Oddity> oddities = mail.oddities();
        int longest = Math.max(body.longest(), form.longestHeaderLine());
        if (longest > LONGEST) {
            String length = String.valueOf(longest);
            findings.add(Finding.of(MESSAGE_LINE_TOO_LONG, domain, "length", length));
        }
        add(MESSAGE_BARE_LF, body.bareLf() > 0 || oddities.contains(Oddity.MIXED_LINE_ENDS));
        add(MESSAGE_BARE_CR, body.bareCr() > 0 || oddities.contains(Oddity.BARE_CR_IN_HEADER));
        add(MESSAGE_LONE_DOT, body.loneDot());
        add(MESSAGE_NUL, body.nul() || oddities.contains(Oddity.NUL_IN_HEADER));
        add(
                MESSAGE_HEADER_CUT_SHORT,
                oddities.contains(Oddity.HEADER_ENDED_BY_OTHER_LINE)
                        || oddities.contains(Oddity.NO_HEADER));
        add(
                MESSAGE_EIGHT_BIT_HEADER,
                oddities.contains(Oddity.EIGHT_BIT_IN_HEADER) && !isInternational(mail));
        add(MESSAGE_EIGHT_BIT_BODY, body.eightBit() && form.count("mime-version") == 0);
    }

    private void add(FindingCode code, boolean seen) {
        if (seen) {
            findings.add(Finding.of(code, domain));
        }
    }

    /** Where both servers agreed on UTF-8 in the header (RFC 6531, section 4.3). */
    private static boolean isInternational(MailObservation mail) {
        return mail.envelope()
                .with()
                .filter(with -> with.toUpperCase(Locale.ROOT).startsWith("UTF8"))
                .isPresent();
    }
}
