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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation that takes notes: each step answers the reply, or nothing once it is over. */
final class SmtpDialogue {
    private final SmtpConversation conversation;
    private final SmtpNotes notes;
    private final Consumer<SmtpSession> halfway;
    private int refusals;
    private boolean over;

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

    /** Says something whose reply is for the caller to keep. */
    Optional<SmtpReply> say(String command) {
        return heard(conversation.command(command));
    }

    /**
     * Holds transactions one after another, or in one go where the server lets us (RFC 2920).
     *
     * @return what came of each
     */
    List<MailTransaction.Replies> hold(List<MailTransaction> transactions, boolean pipelining) {
        return pipelining
                ? holdInOneGo(transactions)
                : transactions.stream().map(each -> each.hold(this)).toList();
    }

    private List<MailTransaction.Replies> holdInOneGo(List<MailTransaction> transactions) {
        List<String> lines = transactions.stream().flatMap(t -> t.lines().stream()).toList();
        List<SmtpReply> replies =
                conversation.commands(lines).stream()
                        .flatMap(answer -> heard(answer).stream())
                        .toList();
        List<MailTransaction.Replies> parts = new ArrayList<>();
        int from = 0;
        for (MailTransaction transaction : transactions) {
            parts.add(transaction.among(replies, from));
            from += transaction.lines().size();
        }
        return parts;
    }

    /** Keeps the reply to a step that was not said by itself. */
    void note(SmtpStep step, SmtpReply reply) {
        notes.replied(step, reply);
    }

    void note(RelayTrial trial) {
        notes.relay(trial);
    }

    /** Whether there is nothing more to be had: it failed, or the server said 421. */
    boolean isOver() {
        return over;
    }

    /** How many replies so far said no. */
    int refusals() {
        return refusals;
    }

    private Optional<SmtpReply> noted(SmtpStep step, Answer answer) {
        Optional<SmtpReply> reply = heard(answer);
        reply.ifPresent(said -> notes.replied(step, said));
        return reply;
    }

    private Optional<SmtpReply> heard(Answer answer) {
        return switch (answer) {
            case Answer.Replied(SmtpReply reply) -> {
                refusals += reply.isTransient() || reply.permanent() ? 1 : 0;
                over |= reply.code() == 421;
                yield Optional.of(reply);
            }
            case Answer.Failed(SmtpTrouble trouble) -> {
                notes.failed(trouble);
                over = true;
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
