package dev.mailcheck.answer;

import dev.mailcheck.answer.Decision.Answer;
import dev.mailcheck.answer.Decision.Nothing;
import dev.mailcheck.answer.Decision.Why;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides by the mail alone whether it may be answered (RFC 3834; RFC 5321, section 4.5.5): only
 * somebody is written to of whom it is proven that he wrote to us, and never a program. What the
 * operator wants, and how often, is decided elsewhere. Nothing is thrown for any mail.
 */
public final class AnswerPolicy {
    private final MailAddresses ours;

    public AnswerPolicy(MailAddresses ours) {
        this.ours = ours;
    }

    /**
     * Decides.
     *
     * @param authentication empty where it could not be looked at
     */
    public Decision decide(Arrival arrival, RawMail mail, Optional<Authentication> authentication) {
        Authors authors = Authors.of(mail);
        List<Supplier<Optional<Silence>>> rules =
                List.of(
                        () -> new SenderRules(ours).against(arrival, authors),
                        () -> new HeaderRules(ours).against(mail),
                        () -> new AddressingRules(ours).against(mail));
        return rules.stream()
                .flatMap(rule -> rule.get().stream())
                .findFirst()
                .<Decision>map(Nothing::new)
                .orElseGet(() -> authenticated(arrival, authors, authentication));
    }

    private static Decision authenticated(
            Arrival arrival, Authors authors, Optional<Authentication> authentication) {
        return switch (authentication
                .map(Authentication::outcome)
                .orElse(Authentication.Outcome.NOT_KNOWN)) {
            case BY_SPF -> new Answer(arrival.mailFrom(), Why.RETURN_PATH);
            case BY_DKIM -> new Answer(authors.mailboxes().getFirst().address(), Why.AUTHOR);
            case FAILED -> new Nothing(Silence.NOT_AUTHENTICATED);
            case NOT_KNOWN -> new Nothing(Silence.AUTHENTICATION_NOT_KNOWN);
        };
    }

    /** All addresses that a mail may be answered to. */
    static Stream<String> senders(Arrival arrival, Authors authors) {
        return Stream.concat(
                Stream.of(arrival.mailFrom()),
                authors.mailboxes().stream().map(mailbox -> mailbox.address()));
    }
}
