package dev.mailcheck.probe;

import dev.mailcheck.smtp.SmtpReply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail transaction that never comes to DATA: MAIL, and RCPT for each recipient (RFC 5321, section
 * 3.3). What is said next takes it back: RSET before another one, or QUIT.
 *
 * @param reversePath without angle brackets; empty for the null sender
 */
record MailTransaction(String reversePath, List<String> forwardPaths) {
    static final String RSET = "RSET";

    MailTransaction {
        forwardPaths = List.copyOf(forwardPaths);
    }

    /**
     * What came of one.
     *
     * @param mail none where nothing was answered
     * @param recipients in their order; none where MAIL was refused, or nothing was answered
     */
    record Replies(Optional<SmtpReply> mail, List<Optional<SmtpReply>> recipients) {
        Replies {
            recipients = List.copyOf(recipients);
        }

        Optional<SmtpReply> recipient(int index) {
            return index < recipients.size() ? recipients.get(index) : Optional.empty();
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(mailLine());
        forwardPaths.forEach(path -> lines.add(rcptLine(path)));
        return lines;
    }

    private String mailLine() {
        return "MAIL FROM:<" + reversePath + ">";
    }

    private static String rcptLine(String path) {
        return "RCPT TO:<" + path + ">";
    }

    /** Holds it step by step: without a sender there are no recipients. */
    Replies hold(SmtpDialogue dialogue) {
        Optional<SmtpReply> mail = dialogue.say(mailLine());
        List<Optional<SmtpReply>> recipients = new ArrayList<>();
        if (mail.filter(SmtpReply::positive).isPresent()) {
            forwardPaths.forEach(path -> recipients.add(dialogue.say(rcptLine(path))));
        }
        return new Replies(mail, recipients);
    }

    /** Its part of the replies to many lines that were sent in one go. */
    Replies among(List<SmtpReply> replies, int from) {
        Optional<SmtpReply> mail = at(replies, from);
        List<Optional<SmtpReply>> recipients = new ArrayList<>();
        if (mail.filter(SmtpReply::positive).isPresent()) {
            for (int i = 1; i <= forwardPaths.size(); i++) {
                recipients.add(at(replies, from + i));
            }
        }
        return new Replies(mail, recipients);
    }

    private static Optional<SmtpReply> at(List<SmtpReply> replies, int index) {
        return index < replies.size() ? Optional.of(replies.get(index)) : Optional.empty();
    }
}
