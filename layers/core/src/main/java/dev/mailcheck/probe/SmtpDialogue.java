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
import java.util.stream.IntStream;

/** A conversation that takes notes: each step answers the reply, or nothing once it is over. */
final class SmtpDialogue {
    private final SmtpConversation conversation;
    private final SmtpNotes notes;
    private final Consumer<SmtpSession> halfway;
    private int refusals;
    private boolean inTransaction;
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
     * Holds transactions one after another, or in one go where the server lets us (RFC 2920). The
     * last one stays open until the next, or QUIT: a RSET of its own is one more command to wait
     * for at a server that makes clients wait whom it has refused often.
     *
     * @return what came of each
     */
    List<MailTransaction.Replies> hold(List<MailTransaction> transactions, boolean pipelining) {
        return pipelining
                ? holdInOneGo(transactions)
                : transactions.stream().map(this::hold).toList();
    }

    private MailTransaction.Replies hold(MailTransaction transaction) {
        if (inTransaction) {
            say(MailTransaction.RSET);
        }
        inTransaction = true;
        return transaction.hold(this);
    }

    private List<MailTransaction.Replies> holdInOneGo(List<MailTransaction> transactions) {
        List<String> lines = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        for (MailTransaction transaction : transactions) {
            if (inTransaction) {
                lines.add(MailTransaction.RSET);
            }
            inTransaction = true;
            begins.add(lines.size());
            lines.addAll(transaction.lines());
        }
        List<SmtpReply> replies = inOneGo(lines);
        return IntStream.range(0, transactions.size())
                .mapToObj(i -> transactions.get(i).among(replies, begins.get(i)))
                .toList();
    }

    private List<SmtpReply> inOneGo(List<String> lines) {
        return conversation.commands(lines).stream()
                .flatMap(answer -> heard(answer).stream())
                .toList();
    }

    /**
     * Says goodbye. A server that has refused us often makes us wait for its own, on which nothing
     * depends.
     */
    void quit() {
        if (refusals < RelayForm.MANY_REFUSALS) {
            conversation.quit();
        } else {
            conversation.leave();
        }
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
