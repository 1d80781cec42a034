package dev.mailcheck.probe;

import dev.mailcheck.smtp.EhloFeatures;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.TlsOffer;

import java.util.Optional;

/**
 * A session for the sake of one TLS offer: EHLO, STARTTLS, the handshake as far as the offer wants
 * it, and nothing behind it.
 *
 * @param ehlo our name
 */
record OfferScript(String ehlo, Optional<String> serverName, TlsOffer offer) implements SmtpScript {
    @Override
    public void run(SmtpDialogue dialogue) {
        boolean ready =
                dialogue.greeted()
                        && dialogue.say(SmtpStep.EHLO, "EHLO " + ehlo)
                                .map(EhloFeatures::of)
                                .filter(features -> features.offers("STARTTLS"))
                                .flatMap(features -> dialogue.say(SmtpStep.STARTTLS, "STARTTLS"))
                                .map(SmtpReply::code)
                                .filter(code -> code == 220)
                                .isPresent();
        if (ready) {
            dialogue.secured(offer, serverName);
        }
    }

    /** A server makes the same of an offer whoever's mail it is for. */
    @Override
    public Optional<Object> likeness() {
        return Optional.of(this);
    }

    /** The sender's session tells of the certificates. */
    @Override
    public SmtpSession afterwards(SmtpSession session) {
        return session.tls()
                .map(facts -> session.with(facts.withoutCertificates()))
                .orElse(session);
    }
}
