package dev.mailcheck.check;

import dev.mailcheck.smtp.SmtpReply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the reply to RCPT says of the mailbox, and not of us or of the weather. */
enum MailboxVerdict {
    ACCEPTED,
    /** The mailbox does not exist or takes no mail. */
    REFUSED,
    /** Deferred, or refused for another reason than the mailbox. */
    NOT_KNOWN;

    /** About the recipient (RFC 3463, section 3.2) or its mailbox (RFC 3463, section 3.3). */
    private static final List<String> ABOUT_MAILBOX =
            List.of("5.1.0", "5.1.1", "5.1.3", "5.1.6", "5.2.0", "5.2.1");

    private static final Pattern NO_SUCH_USER =
            Pattern.compile(
                    "no such|unknown|invalid|does(n't| not) exist|not found|no mailbox|not exist");

    private static final Pattern ABOUT_US =
            Pattern.compile("block|listed|spam|policy|relay|client|reputation|helo|sender");

    static MailboxVerdict of(SmtpReply reply) {
        if (reply.positive()) {
            return ACCEPTED;
        }
        return reply.permanent() && isAboutMailbox(reply) ? REFUSED : NOT_KNOWN;
    }

    private static boolean isAboutMailbox(SmtpReply reply) {
        Optional<String> status = reply.enhancedStatus();
        String text = reply.text().toLowerCase(Locale.ROOT);
        return status.map(ABOUT_MAILBOX::contains)
                .orElseGet(
                        () -> NO_SUCH_USER.matcher(text).find() && !ABOUT_US.matcher(text).find());
    }
}
