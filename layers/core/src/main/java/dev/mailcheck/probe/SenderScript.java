package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.smtp.EhloFeatures;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.ChainVerification;
import dev.mailcheck.tls.TlsOffer;
import dev.mailcheck.tls.TrustAnchors;

import java.util.Optional;

/**
 * A session as a sender of today has it, up to the recipients: EHLO, STARTTLS with a modern offer,
 * EHLO, and where wanted the mailboxes every domain must have. Never DATA.
 *
 * @param ehlo our name
 * @param mailboxesOf asks for postmaster and abuse of this domain; none: asks for no mailbox
 */
record SenderScript(
        String ehlo, Optional<String> serverName, Optional<Domain> mailboxesOf, TrustAnchors trust)
        implements SmtpScript {
    @Override
    public void run(SmtpDialogue dialogue) {
        if (dialogue.greeted()) {
            hello(dialogue)
                    .flatMap(features -> secured(dialogue, features))
                    .ifPresent(features -> ask(dialogue, features));
        }
    }

    private Optional<EhloFeatures> hello(SmtpDialogue dialogue) {
        return dialogue.say(SmtpStep.EHLO, "EHLO " + ehlo)
                .flatMap(reply ->
                        reply.permanent()
                                ? dialogue.say(SmtpStep.HELO, "HELO " + ehlo)
                                        .filter(SmtpReply::positive)
                                        .map(helo -> EhloFeatures.NONE)
                                : Optional.of(reply)
                                        .filter(SmtpReply::positive)
                                        .map(EhloFeatures::of));
    }

    /** What is offered at last; nothing where the session is over. */
    private Optional<EhloFeatures> secured(SmtpDialogue dialogue, EhloFeatures features) {
        if (!features.offers("STARTTLS")) {
            return Optional.of(features);
        }
        Optional<SmtpReply> answer = dialogue.say(SmtpStep.STARTTLS, "STARTTLS");
        if (answer.filter(reply -> reply.code() == 220).isEmpty()) {
            return answer.map(refused -> features);
        }
        return dialogue.secured(TlsOffer.SENDER, serverName)
                ? dialogue.say(SmtpStep.EHLO_OVER_TLS, "EHLO " + ehlo).map(EhloFeatures::of)
                : Optional.empty();
    }

    private void ask(SmtpDialogue dialogue, EhloFeatures features) {
        mailboxesOf.ifPresent(domain -> {
            if (features.offers("VRFY")) {
                dialogue.say(SmtpStep.VRFY, "VRFY postmaster@" + domain);
            }
            dialogue.say(SmtpStep.MAIL_FROM, "MAIL FROM:<>")
                    .filter(SmtpReply::positive)
                    .ifPresent(taken -> recipients(dialogue, domain));
        });
    }

    private static void recipients(SmtpDialogue dialogue, Domain domain) {
        dialogue.say(SmtpStep.RCPT_POSTMASTER, "RCPT TO:<postmaster@" + domain + ">")
                .flatMap(reply ->
                        dialogue.say(SmtpStep.RCPT_ABUSE, "RCPT TO:<abuse@" + domain + ">"))
                .ifPresent(reply -> dialogue.say(SmtpStep.RSET, "RSET"));
    }

    @Override
    public SmtpSession afterwards(SmtpSession session) {
        return session.tls()
                .map(facts -> session.with(ChainVerification.of(facts, trust)))
                .orElse(session);
    }
}
