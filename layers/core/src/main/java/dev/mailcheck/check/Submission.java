package dev.mailcheck.check;

import dev.mailcheck.message.Known;
import dev.mailcheck.probe.EnvelopeSeen;

import java.util.Locale;
import java.util.Set;

/**
 * Whether the hop that is known was not one between servers but a person's program that logged in
 * as the protocol in the Received field tells (RFC 3848). Home connections and names of laptops are
 * right there, and say nothing of the server that sends.
 */
final class Submission {
    private static final Set<String> WITH_LOGIN =
            Set.of("ESMTPA", "ESMTPSA", "SMTPSA", "ASMTP", "UTF8SMTPA", "UTF8SMTPSA");

    /** Why the sending server is not known then. */
    static final String REASON = "CLIENT_LOGGED_IN";

    private Submission() {}

    /** Never where the user says who the sending server is. */
    static boolean is(EnvelopeSeen envelope) {
        return !Known.isOfEnvelope(envelope.clientIp().from())
                && envelope.with()
                        .filter(with -> WITH_LOGIN.contains(with.toUpperCase(Locale.ROOT)))
                        .isPresent();
    }
}
