package dev.mailcheck.bot;

import dev.mailcheck.report.Language;
import dev.mailcheck.store.Secret;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Addresses for test mails, where this installation receives mail. */
public interface TestMails {
    /** This one does not. */
    TestMails NONE = (language, base) -> Optional.empty();

    /**
     * Addresses for one test.
     *
     * @param id of the check that waits for the mail
     * @param tlsOnly taken over TLS only
     * @param page fills as the mail is looked at
     */
    record Addresses(
            Secret id,
            String any,
            Optional<String> tlsOnly,
            Optional<URI> page,
            Instant expiresAt) {}

    /** Opens a test; empty where no mail is received. */
    Optional<Addresses> open(Language language, Optional<URI> base);
}
