package dev.mailcheck.probe;

import dev.mailcheck.smtp.Answer;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpConversation;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.smtp.SmtpTrouble;
import dev.mailcheck.tls.TlsChannel;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;
import dev.mailcheck.tls.TlsHandshake;
import dev.mailcheck.tls.TlsOffer;

import java.util.Optional;
import java.util.function.Consumer;

/** A conversation that takes notes: each step answers the reply, or nothing once it is over. */
final class SmtpDialogue {
    private final SmtpConversation conversation;
    private final SmtpNotes notes;
    private final Consumer<SmtpSession> halfway;

    /**
     * Begins with the connection.
     *
     * @param halfway is told the session as far as it went when a handshake is over
     */
    SmtpDialogue(SmtpConversation conversation, SmtpNotes notes, Consumer<SmtpSession> halfway) {
        this.conversation = conversation;
        this.notes = notes;
        this.halfway = halfway;
    }

    /** Waits for the greeting. */
    boolean greeted() {
        Answer answer = conversation.greeting();
        Greeting greeting = Greeting.of(answer);
        notes.greeted(greeting);
        return noted(SmtpStep.BANNER, answer).isPresent() && greeting == Greeting.READY;
    }

    Optional<SmtpReply> say(SmtpStep step, String command) {
        return noted(step, conversation.command(command));
    }

    private Optional<SmtpReply> noted(SmtpStep step, Answer answer) {
        return switch (answer) {
            case Answer.Replied(SmtpReply reply) -> {
                notes.replied(step, reply);
                yield Optional.of(reply);
            }
            case Answer.Failed(SmtpTrouble trouble) -> {
                notes.failed(trouble);
                yield Optional.empty();
            }
        };
    }

    /** Shakes hands behind a positive reply to STARTTLS; false where that fails and all is over. */
    boolean secured(TlsOffer offer, Optional<String> serverName) {
        if (conversation.discardArrived()) {
            notes.plaintextAfterStartTls();
        }
        TlsHandshake handshake =
                conversation.handshake(
                        (input, output) -> TlsHandshake.over(input, output, offer, serverName));
        notes.tls(explained(handshake.facts()));
        halfway.accept(notes.session());
        handshake.channel().ifPresentOrElse(this::continueOver, conversation::close);
        return handshake.channel().isPresent();
    }

    private void continueOver(TlsChannel channel) {
        conversation.continueOver(channel.input(), channel.output(), channel::close);
    }

    /** Only the conversation knows whether it was our own timer that closed the connection. */
    private TlsFacts explained(TlsFacts facts) {
        boolean closed = facts.failure().filter(f -> f == TlsFailure.CLOSED).isPresent();
        return closed
                ? switch (conversation.whyClosed()) {
                    case TIMEOUT -> facts.failedBy(TlsFailure.TIMEOUT);
                    case DEADLINE -> facts.failedBy(TlsFailure.DEADLINE);
                    case CLOSED, LINE_TOO_LONG, REPLY_TOO_LONG, NOT_SMTP, CODE_CHANGED -> facts;
                }
                : facts;
    }
}
