package dev.mailcheck.probe;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.mailcheck.net.Deadline;
import dev.mailcheck.probe.RelayTrial.AnyLocalPart;
import dev.mailcheck.smtp.SmtpReply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The relay probe in one session: the control, the forms, and where one of these was taken for a
 * mailbox, whether any would be. It stops before a server has refused us fifteen times, which is
 * where some begin to call a client a nuisance, and after a while.
 *
 * <p>Where the control fails the forms are left out, for refusals would prove nothing; but for a
 * domain without postmaster, which may still relay.
 */
final class RelayTalk {
    private static final int MAX_REFUSALS = 14;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SmtpDialogue dialogue;
    private final RelayPaths paths;
    private final boolean pipelining;
    private final Deadline end = Deadline.in(PATIENCE);
    private final List<RelayAttempt> attempts = new ArrayList<>();
    private final List<AnyLocalPart> anybody = new ArrayList<>();
    private Optional<SmtpReply> mail = Optional.empty();
    private Optional<SmtpReply> postmaster = Optional.empty();

    RelayTalk(SmtpDialogue dialogue, RelayPaths paths, boolean pipelining) {
        this.dialogue = dialogue;
        this.paths = paths;
        this.pipelining = pipelining;
    }

    /** The transaction to hold first, beside others or alone. */
    MailTransaction control() {
        return new MailTransaction(paths.usualSender(), List.of(postmaster()));
    }

    private String postmaster() {
        return "postmaster@" + paths.domain();
    }

    /**
     * Goes on from what became of the control.
     *
     * @param asked how many forms were asked in another session before
     */
    RelayTrial run(MailTransaction.Replies control, int asked) {
        mail = control.mail();
        postmaster = control.recipient(0);
        List<RelayForm> left = new ArrayList<>(paths.forms(asked, room(asked)));
        if (postmaster.filter(RelayTalk::isWorthIt).isPresent()) {
            askAll(left);
            askForAnybody();
        }
        return new RelayTrial(mail, postmaster, anybody, attempts, left);
    }

    /** The last session for them takes all that are left, though it may get slow. */
    private int room(int asked) {
        return asked == 0 ? RelayForm.MANY_REFUSALS - dialogue.refusals() : RelayForm.ASKED - asked;
    }

    /** Taken, or refused for a reason that need not be ours. */
    private static boolean isWorthIt(SmtpReply postmaster) {
        return postmaster.positive() || postmaster.permanent();
    }

    /** As many at once as may all be refused. */
    private void askAll(List<RelayForm> left) {
        List<RelayForm> next = next(left);
        while (!next.isEmpty() && ask(next)) {
            left.removeAll(next);
            next = next(left);
        }
        left.removeAll(attempts.stream().map(RelayAttempt::form).toList());
    }

    private List<RelayForm> next(List<RelayForm> left) {
        List<RelayForm> next = new ArrayList<>();
        int room = end.passed() ? 0 : MAX_REFUSALS - dialogue.refusals();
        for (RelayForm form : left) {
            room -= cost(form);
            if (room < 0 || (!pipelining && !isSameSender(form, next))) {
                break;
            }
            next.add(form);
        }
        return next;
    }

    private boolean isSameSender(RelayForm form, List<RelayForm> others) {
        return others.stream()
                .allMatch(other -> paths.reversePath(other).equals(paths.reversePath(form)));
    }

    /** A sender that is refused costs another refusal where its recipient is already on the way. */
    private int cost(RelayForm form) {
        return pipelining && !form.hasUsualSender() ? 2 : 1;
    }

    /**
     * False where the session has ended. Those from one sender are recipients of one transaction.
     */
    private boolean ask(List<RelayForm> forms) {
        List<List<RelayForm>> bySender = List.copyOf(bySender(forms));
        List<MailTransaction.Replies> replies =
                dialogue.hold(bySender.stream().map(this::transaction).toList(), pipelining);
        for (int i = 0; i < bySender.size(); i++) {
            note(bySender.get(i), replies.get(i));
        }
        return !dialogue.isOver();
    }

    private Collection<List<RelayForm>> bySender(List<RelayForm> forms) {
        return forms.stream()
                .collect(groupingBy(paths::reversePath, LinkedHashMap::new, toList()))
                .values();
    }

    private MailTransaction transaction(List<RelayForm> forms) {
        return new MailTransaction(
                paths.reversePath(forms.getFirst()),
                forms.stream().map(paths::forwardPath).toList());
    }

    private void note(List<RelayForm> forms, MailTransaction.Replies replies) {
        for (int i = 0; i < forms.size(); i++) {
            attempts.add(attempt(forms.get(i), replies.mail(), replies.recipient(i)));
        }
    }

    private RelayAttempt attempt(
            RelayForm form, Optional<SmtpReply> sender, Optional<SmtpReply> recipient) {
        return new RelayAttempt(
                form, paths.reversePath(form), paths.forwardPath(form), sender, recipient);
    }

    /** Only where it matters: something like a mailbox there was taken. */
    private void askForAnybody() {
        Set<Hop> asked = EnumSet.noneOf(Hop.class);
        anybody.forEach(known -> asked.add(known.hop()));
        attempts.stream()
                .filter(RelayAttempt::accepted)
                .map(attempt -> attempt.form().hop())
                .filter(asked::add)
                .forEach(hop -> paths.anybody(hop).ifPresent(path -> askForAnybody(hop, path)));
    }

    private void askForAnybody(Hop hop, String path) {
        if (!dialogue.isOver() && dialogue.refusals() < MAX_REFUSALS) {
            dialogue.hold(List.of(new MailTransaction(paths.usualSender(), List.of(path))), false)
                    .getFirst()
                    .recipient(0)
                    .ifPresent(said -> anybody.add(new AnyLocalPart(hop, said)));
        }
    }
}
