package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.AnswerPolicy;
import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.Authentication;
import dev.mailcheck.answer.Decision;
import dev.mailcheck.answer.Decision.Answer;
import dev.mailcheck.answer.Decision.Nothing;
import dev.mailcheck.answer.MailAddresses.Addressee;
import dev.mailcheck.answer.Silence;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.AnswerDesk;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.MailQuotas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is said to a sender. A mail to a one-time address fills its page. One to the plain address
 * is taken if it will be answered by mail, and else refused while its sender still listens, with
 * the reason and the link to its result. What is taken is on the disk before that is said.
 */
public final class MailReception {
    private static final TrustedReceivers NOBODY = new TrustedReceivers(List.of());

    private final MailDesk desk;
    private final AnswerDesk answers;
    private final MailQuotas quotas;
    private final Function<ReceivedMail, Optional<Authentication>> looks;
    private final UnaryOperator<Arrival> seenAs;
    private final Consumer<RuntimeException> faults;

    /**
     * @param looks at who is behind a mail
     * @param seenAs what an arrival is taken for: for itself, but in the sample world
     * @param faults hears of faults of ours, and of a store that does not store
     */
    public MailReception(
            MailDesk desk,
            AnswerDesk answers,
            MailQuotas quotas,
            Function<ReceivedMail, Optional<Authentication>> looks,
            UnaryOperator<Arrival> seenAs,
            Consumer<RuntimeException> faults) {
        this.desk = desk;
        this.answers = answers;
        this.quotas = quotas;
        this.looks = looks;
        this.seenAs = seenAs;
        this.faults = faults;
    }

    /** Whether a mail of this client is taken now; empty: it is. */
    Optional<Reply> refusedSender(String clientIp) {
        return guarded(() ->
                        quotas.arrives(clientIp)
                                .map(wait ->
                                        new Reply(
                                                450,
                                                "4.7.1 Too many mails from your network; try"
                                                        + " again in "
                                                        + minutes(wait)
                                                        + " min")))
                .orElseGet(() -> Optional.of(Reply.notNow()));
    }

    private static long minutes(Duration wait) {
        return wait.toMinutes() + 1;
    }

    /** Whether mail to this address is taken; empty: it is. */
    Optional<Reply> refusedRecipient(String recipient, boolean tls) {
        if (desk.addresses().read(recipient) instanceof Addressee.OneTime(var _, boolean tlsOnly)
                && tlsOnly
                && !tls) {
            return Optional.of(
                    new Reply(550, "5.7.10 This address takes mail over TLS only (STARTTLS)"));
        }
        return guarded(() ->
                        desk.takes(recipient)
                                ? Optional.<Reply>empty()
                                : Optional.of(
                                        new Reply(
                                                550,
                                                "5.1.1 No such address here, or its time is"
                                                        + " over; nothing is relayed")))
                .orElseGet(() -> Optional.of(Reply.notNow()));
    }

    /** Takes the mail, or refuses it. */
    Reply received(Arrival arrival, byte[] mail) {
        return guarded(() -> answered(seenAs.apply(arrival), mail)).orElseGet(Reply::notNow);
    }

    private Reply answered(Arrival arrival, byte[] mail) {
        return arrival.recipients().stream()
                        .map(desk.addresses()::read)
                        .anyMatch(Addressee.OneTime.class::isInstance)
                ? toItsPage(arrival, mail)
                : toTheDesk(arrival, mail);
    }

    private Reply toItsPage(Arrival arrival, byte[] mail) {
        MailDesk.Taken taken = desk.take(arrival, mail, Language.EN);
        desk.start(taken.run());
        return Reply.taken(
                taken.first()
                        ? "Taken; the result appears on the page of this address"
                        : "Taken, but the result is that of the first mail to this address");
    }

    private Reply toTheDesk(Arrival arrival, byte[] mail) {
        ReceivedMail received = ReceivedMail.read(mail, arrival.given(), NOBODY);
        Optional<Authentication> authentication = looks.apply(received);
        if (mayBeKnownLater(arrival, received, authentication)) {
            return new Reply(
                    451,
                    "4.7.1 Whether you may be answered is not known just now (DNS); try later");
        }
        MailDesk.Taken taken = desk.take(arrival, mail, AnswerDesk.language(mail));
        Decision decision = answers.decide(taken.run(), arrival, mail, authentication);
        desk.start(taken.run());
        return switch (decision) {
            case Answer answer -> Reply.taken("Taken; the report comes by mail");
            case Nothing(Silence reason) ->
                    new Reply(
                            550,
                            "5.7.1 No answer by mail ("
                                    + reason
                                    + "); result: "
                                    + answers.link(taken.id().orElseThrow()));
        };
    }

    private boolean mayBeKnownLater(
            Arrival arrival, ReceivedMail mail, Optional<Authentication> authentication) {
        return mail.raw()
                .map(raw -> decision(arrival, raw, authentication))
                .filter(Nothing.class::isInstance)
                .map(Nothing.class::cast)
                .filter(nothing -> nothing.reason().passes())
                .isPresent();
    }

    private Decision decision(
            Arrival arrival, RawMail mail, Optional<Authentication> authentication) {
        return new AnswerPolicy(desk.addresses()).decide(arrival, mail, authentication);
    }

    private interface Step<T> {
        T take();
    }

    /** A full disk or a fault of ours is not the sender's: he keeps the mail and tries again. */
    private <T> Optional<T> guarded(Step<T> step) {
        try {
            return Optional.of(step.take());
        } catch (RuntimeException fault) {
            faults.accept(fault);
            return Optional.empty();
        }
    }
}
