package dev.mailcheck.probe;

import dev.mailcheck.smtp.SmtpReply;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * One form that a server was asked to relay.
 *
 * @param mail none where the session had ended before the reply
 * @param rcpt none where MAIL was refused, or the session had ended
 */
@Json
public record RelayAttempt(
        RelayForm form,
        String reversePath,
        String forwardPath,
        Optional<SmtpReply> mail,
        Optional<SmtpReply> rcpt) {

    /** The server takes mail in this form. */
    public boolean accepted() {
        return rcpt.filter(SmtpReply::positive).isPresent();
    }
}
