package dev.mailcheck.check;

import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;

import java.util.List;
import java.util.Optional;

/** What became of STARTTLS at one address, seen from where we are (RFC 3207, section 4). */
sealed interface HostTls {
    /** The reason where the server's key is one that we do not compute with. */
    String KEY_NOT_COMPUTED = "KEY_NOT_COMPUTED";

    /** The handshake was completed. */
    record Works(TlsFacts facts) implements HostTls {}

    /** STARTTLS is not offered, and nobody on the way strips it. */
    record Missing() implements HostTls {}

    /** It is offered, and answered 5xx. */
    record Refused(String reply) implements HostTls {}

    /**
     * The handshake fails with all that a sender of today offers.
     *
     * @param reason a key of the reason words
     * @param detail the alert or error in the field's words, or a dash
     */
    record Failed(String reason, String detail) implements HostTls {}

    /** The server knows versions of before TLS 1.2 only. */
    record TooOld(String detail) implements HostTls {}

    /** It cannot be said; the reason is a key of the reason words. */
    record NotKnown(String reason) implements HostTls {}

    /**
     * The outcome at one address.
     *
     * @param sessions those with it, in order: a second one where a handshake broke off
     */
    static HostTls of(List<SmtpSession> sessions, Vantage vantage) {
        SmtpSession last = sessions.getLast();
        return switch (Reach.of(last, vantage)) {
            case Reach.Answers answers -> answering(sessions, vantage);
            case Reach.Refuses refuses -> new NotKnown("REFUSED");
            case Reach.TakesNoMail never -> new NotKnown("NO_MAIL_HERE");
            case Reach.NotKnown(String reason) -> new NotKnown(reason);
        };
    }

    private static HostTls answering(List<SmtpSession> sessions, Vantage vantage) {
        SmtpSession last = sessions.getLast();
        Optional<SmtpReply> startTls = last.reply(SmtpStep.STARTTLS);
        if (refusesEhlo(last)) {
            return new NotKnown("EHLO_REFUSED");
        }
        if (!last.features().offers("STARTTLS")) {
            return vantage.excuseForNoStartTls(last)
                    .<HostTls>map(NotKnown::new)
                    .orElseGet(Missing::new);
        }
        if (startTls.filter(SmtpReply::permanent).isPresent()) {
            return new Refused(startTls.get().toString());
        }
        return last.tls()
                .map(facts -> handshake(facts, sessions.size() > 1))
                .orElseGet(() ->
                        new NotKnown(last.trouble().map(Reach::word).orElse("STARTTLS_DEFERRED")));
    }

    /** 500 and 502 know no EHLO; any other refusal is about us, and hides what is offered. */
    private static boolean refusesEhlo(SmtpSession session) {
        return session.reply(SmtpStep.EHLO)
                .filter(SmtpReply::permanent)
                .filter(reply -> reply.code() != 500 && reply.code() != 502)
                .isPresent();
    }

    private static HostTls handshake(TlsFacts facts, boolean repeated) {
        return facts.failure()
                .map(failure -> failed(failure, facts, repeated))
                .orElseGet(() -> new Works(facts));
    }

    /** Once may be chance. */
    private static HostTls brokeOff(String reason, boolean repeated) {
        return repeated ? new Failed(reason, "-") : new NotKnown(reason);
    }

    private static HostTls failed(TlsFailure failure, TlsFacts facts, boolean repeated) {
        return switch (failure) {
            case ALERT ->
                    facts.detail().startsWith("protocol_version")
                            ? new TooOld(facts.detail())
                            : new Failed("TLS_ALERT", facts.detail());
            case OLD_VERSION -> new TooOld(facts.version().orElse(facts.detail()));
            case PROTOCOL_ERROR -> new Failed("TLS_PROTOCOL_ERROR", facts.detail());
            case BAD_CERTIFICATE -> new Failed("MALFORMED_CERTIFICATE", "-");
            case CHAIN_TOO_LONG -> new Failed("TLS_CHAIN_TOO_LONG", "-");
            case TOO_MUCH_DATA -> new Failed("TLS_TOO_MUCH_DATA", "-");
            case CLOSED -> brokeOff("HANDSHAKE_BROKE_OFF", repeated);
            case TIMEOUT -> new NotKnown("HANDSHAKE_TIMEOUT");
            case NOT_COMPUTED -> new NotKnown(KEY_NOT_COMPUTED);
            case DEADLINE -> new NotKnown("DEADLINE");
            case CHOICE_SEEN -> new Works(facts);
        };
    }
}
