package dev.mailcheck.bot;

import dev.mailcheck.report.Language;

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
     * @param tlsOnly taken over TLS only
     * @param page fills as the mail is looked at
     */
    record Addresses(String any, Optional<String> tlsOnly, Optional<URI> page, Instant expiresAt) {}

    /** Opens a test; empty where no mail is received. */
    Optional<Addresses> open(Language language, Optional<URI> base);
}
