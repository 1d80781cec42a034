package dev.mailcheck.check;

import dev.mailcheck.probe.Hop;
import dev.mailcheck.probe.RelayAttempt;
import dev.mailcheck.probe.RelayForm;
import dev.mailcheck.probe.RelayForm.Family;
import dev.mailcheck.probe.RelayTrial;
import dev.mailcheck.probe.RelayTrial.AnyLocalPart;
import dev.mailcheck.smtp.SmtpReply;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the replies to the relay probe at one address prove, form by form (checks.md, relay-rcpt).
 * An acceptance speaks for itself; a refusal only behind a control that holds.
 */
final class RelayForms {
    /** Refusals of somebody whom no mailbox is for that say nothing about mailboxes. */
    private static final Set<RelayAnswer> NO_WITNESS =
            EnumSet.of(
                    RelayAnswer.MALFORMED,
                    RelayAnswer.ABOUT_US,
                    RelayAnswer.ABOUT_SENDER,
                    RelayAnswer.ABOUT_DOMAIN,
                    RelayAnswer.LATER);

    private final List<RelayTrial> trials;
    private final Set<String> ours;

    /**
     * Of all sessions at one address.
     *
     * @param ours our own addresses, which some replies name
     */
    RelayForms(List<RelayTrial> trials, Set<String> ours) {
        this.trials = trials;
        this.ours = ours;
    }

    /** What a form came to. */
    enum Outcome {
        /** Mail to a stranger was taken. */
        RELAYED,
        /** Something like a mailbox was taken, where no mailbox is that any name fits. */
        TAKEN_APART,
        /** The same at a host that takes any name. */
        EXCUSED,
        REFUSED,
        /** Refused for good, but for a reason that need not be the form's. */
        REFUSED_OTHERWISE,
        NOT_KNOWN
    }

    boolean controlHolds() {
        return trials.stream().anyMatch(RelayTrial::controlHolds);
    }

    List<RelayAttempt> with(Outcome outcome) {
        return attempts().filter(attempt -> outcome(attempt) == outcome).toList();
    }

    private Stream<RelayAttempt> attempts() {
        return trials.stream().flatMap(trial -> trial.attempts().stream());
    }

    private Outcome outcome(RelayAttempt attempt) {
        if (attempt.accepted()) {
            return accepted(attempt.form().hop());
        }
        if (trials.stream().noneMatch(t -> t.controlHolds() && t.attempts().contains(attempt))) {
            return Outcome.NOT_KNOWN;
        }
        return attempt.rcpt()
                .map(reply -> refused(attempt.form(), answer(reply)))
                .orElseGet(() -> withoutRecipient(attempt));
    }

    private RelayAnswer answer(SmtpReply reply) {
        return RelayAnswer.of(reply, ours);
    }

    private Outcome accepted(Hop hop) {
        if (hop == Hop.FOREIGN) {
            return Outcome.RELAYED;
        }
        Optional<SmtpReply> anybody =
                trials.stream()
                        .flatMap(trial -> trial.anybody().stream())
                        .filter(known -> known.hop() == hop)
                        .map(AnyLocalPart::reply)
                        .findFirst();
        if (anybody.filter(SmtpReply::positive).isPresent()) {
            return Outcome.EXCUSED;
        }
        return anybody.filter(SmtpReply::permanent).map(this::answer).stream()
                        .anyMatch(Predicate.not(NO_WITNESS::contains))
                ? Outcome.TAKEN_APART
                : Outcome.NOT_KNOWN;
    }

    /** A sender who is not let in does not get his mail relayed, whatever the reason. */
    private static Outcome withoutRecipient(RelayAttempt attempt) {
        return attempt.mail().filter(SmtpReply::permanent).isPresent()
                ? Outcome.REFUSED_OTHERWISE
                : Outcome.NOT_KNOWN;
    }

    private static Outcome refused(RelayForm form, RelayAnswer answer) {
        boolean foreign = form.hop() == Hop.FOREIGN;
        return switch (answer) {
            case RELAYING_DENIED -> Outcome.REFUSED;
            case NO_SUCH_MAILBOX, UNROUTABLE -> foreign ? Outcome.NOT_KNOWN : Outcome.REFUSED;
            case MALFORMED -> form.family() == Family.PLAIN ? Outcome.NOT_KNOWN : Outcome.REFUSED;
            case UNCLEAR -> foreign ? Outcome.NOT_KNOWN : Outcome.REFUSED_OTHERWISE;
            case ACCEPTED, ABOUT_US, ABOUT_SENDER, ABOUT_DOMAIN, HEARSAY, LATER ->
                    Outcome.NOT_KNOWN;
        };
    }

    /**
     * Why it cannot be said that the server relays for nobody, if so, as a key of the reason words:
     * mail to a stranger must have been refused outright and by a source route, and of the
     * disguises of each family that were answered at least one must have been, or be excused. A
     * server that has had enough of us (421) has answered nothing.
     */
    Optional<String> doubt() {
        return unlessRefused(attempts().filter(a -> a.form() == RelayForm.PLAIN).toList())
                .or(() -> unlessRefused(of(Family.SOURCE_ROUTE)))
                .or(() -> unlessSettled(Family.PERCENT))
                .or(() -> unlessSettled(Family.QUOTED))
                .or(() -> unlessSettled(Family.BANG));
    }

    private List<RelayAttempt> of(Family family) {
        return attempts().filter(attempt -> attempt.form().family() == family).toList();
    }

    private Optional<String> unlessRefused(List<RelayAttempt> asked) {
        boolean refused = asked.stream().anyMatch(a -> outcome(a) == Outcome.REFUSED);
        return refused
                ? Optional.empty()
                : Optional.of(asked.stream().findFirst().map(this::reason).orElse("NO_REPLY"));
    }

    private Optional<String> unlessSettled(Family family) {
        List<RelayAttempt> answered =
                of(family).stream()
                        .filter(attempt -> attempt.rcpt().filter(r -> r.code() != 421).isPresent())
                        .toList();
        return answered.stream().map(this::outcome).anyMatch(RelayForms::settles)
                ? Optional.empty()
                : answered.stream().findFirst().map(this::reason);
    }

    private static boolean settles(Outcome outcome) {
        return switch (outcome) {
            case REFUSED, REFUSED_OTHERWISE, EXCUSED -> true;
            case RELAYED, TAKEN_APART, NOT_KNOWN -> false;
        };
    }

    /** Why the control does not hold. */
    String controlReason() {
        return trials.stream()
                .findFirst()
                .flatMap(trial -> trial.postmaster().or(trial::mail))
                .map(RelayForms::controlReason)
                .orElse("NO_REPLY");
    }

    private static String controlReason(SmtpReply reply) {
        if (reply.code() == 421) {
            return "BUSY";
        }
        return reply.isTransient() ? "DEFERRED" : "CONTROL_REFUSED";
    }

    /** Why this form says nothing, as a key of the reason words. */
    String reason(RelayAttempt attempt) {
        return attempt.rcpt()
                .or(attempt::mail)
                .map(reply -> reply.code() == 421 ? "BUSY" : reason(answer(reply)))
                .orElse("NO_REPLY");
    }

    private static String reason(RelayAnswer answer) {
        return switch (answer) {
            case LATER -> "DEFERRED";
            case ABOUT_US -> "REFUSAL_ABOUT_US";
            case ABOUT_SENDER -> "REFUSAL_ABOUT_SENDER";
            case ABOUT_DOMAIN -> "REFUSAL_ABOUT_PROBE_DOMAIN";
            case ACCEPTED -> "ANY_LOCAL_PART_NOT_KNOWN";
            case NO_SUCH_MAILBOX, UNROUTABLE, MALFORMED, HEARSAY, UNCLEAR, RELAYING_DENIED ->
                    "REFUSED_OTHERWISE";
        };
    }
}
