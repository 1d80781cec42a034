package dev.mailcheck.probe;

import dev.mailcheck.smtp.EhloFeatures;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.TlsOffer;

import java.util.Optional;

/**
 * How a sender of today makes itself known: EHLO, STARTTLS with a modern offer, EHLO.
 *
 * @param ehlo our name
 */
record Introduction(String ehlo, Optional<String> serverName) {

    /** What is offered at last; nothing where the session is over. */
    Optional<EhloFeatures> overTls(SmtpDialogue dialogue) {
        return inClear(dialogue).flatMap(features -> secured(dialogue, features));
    }

    /** The same without TLS. */
    Optional<EhloFeatures> inClear(SmtpDialogue dialogue) {
        return dialogue.greeted() ? hello(dialogue) : Optional.empty();
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
}
