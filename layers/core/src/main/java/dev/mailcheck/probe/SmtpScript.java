package dev.mailcheck.probe;

import java.util.Optional;

/** What to say in a session, up to QUIT. */
interface SmtpScript {
    void run(SmtpDialogue dialogue);

    /**
     * What makes two scripts learn the same of one server, so that one session serves the checks of
     * all domains that are there; nothing where the script is about a domain.
     */
    default Optional<Object> likeness() {
        return Optional.empty();
    }

    /** Works out what takes no connection. */
    default SmtpSession afterwards(SmtpSession session) {
        return session;
    }
}
