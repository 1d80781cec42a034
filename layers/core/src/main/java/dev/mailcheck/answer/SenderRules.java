package dev.mailcheck.answer;

import dev.mailcheck.message.Authors;
import dev.mailcheck.message.Mailbox;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who must not be answered, by the addresses of envelope and author. */
final class SenderRules {
    /** What may be written into an SMTP command of ours; a local part in quotes is not. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}");

    private static final Set<String> ROBOTS =
            Set.of(
                    "mailer-daemon",
                    "mailerdaemon",
                    "postmaster",
                    "daemon",
                    "bounce",
                    "bounces",
                    "majordomo",
                    "listserv",
                    "mdaemon",
                    "autoreply",
                    "autoresponder");

    private static final Pattern ROBOT =
            Pattern.compile(
                    "(do[-_]?not|no)[-_.]?reply.*|.*[-_.+]?(no|donot)-?reply|bounces?[-+=].*|owner-.*"
                        + "|.*-(owner|request|bounces?)|prvs=.*=.*-bounces?");

    private final MailAddresses ours;

    SenderRules(MailAddresses ours) {
        this.ours = ours;
    }

    Optional<Silence> against(Arrival arrival, Authors authors) {
        if (arrival.mailFrom().isEmpty()) {
            return Optional.of(Silence.NULL_SENDER);
        }
        if (!ADDRESS.matcher(arrival.mailFrom()).matches()) {
            return Optional.of(Silence.SENDER_MALFORMED);
        }
        if (AnswerPolicy.senders(arrival, authors).anyMatch(this::isOurs)) {
            return Optional.of(Silence.FROM_US);
        }
        if (!isOne(authors)) {
            return Optional.of(Silence.AUTHOR_UNCLEAR);
        }
        return AnswerPolicy.senders(arrival, authors).anyMatch(SenderRules::isRobot)
                ? Optional.of(Silence.ROBOT)
                : Optional.empty();
    }

    private boolean isOurs(String address) {
        return Names.isAtOrBelow(Arrival.domain(address), ours.domain());
    }

    private static boolean isOne(Authors authors) {
        return authors.domain().isPresent()
                && authors.mailboxes().size() == 1
                && authors.mailboxes().stream().noneMatch(Mailbox::group)
                && ADDRESS.matcher(authors.mailboxes().getFirst().address()).matches();
    }

    private static boolean isRobot(String address) {
        String name = Arrival.localPart(address);
        return ROBOTS.contains(name) || ROBOT.matcher(name).matches();
    }
}
