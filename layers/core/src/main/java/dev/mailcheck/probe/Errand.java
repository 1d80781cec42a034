package dev.mailcheck.probe;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A further session that may be held at an address.
 *
 * @param wanted whether it can tell more than the sender's session there, as far as that went
 * @param next what else to ask, now that this one is over
 */
record Errand(
        SessionKind kind,
        SmtpScript script,
        Predicate<SmtpSession> wanted,
        Function<SmtpSession, Optional<Errand>> next) {
    static Errand of(SessionKind kind, SmtpScript script, Predicate<SmtpSession> wanted) {
        return new Errand(kind, script, wanted, session -> Optional.empty());
    }
}
