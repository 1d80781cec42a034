package dev.mailcheck.probe;

/** What to say in a session, up to QUIT. */
interface SmtpScript {
    void run(SmtpDialogue dialogue);

    /** Works out what takes no connection. */
    default SmtpSession afterwards(SmtpSession session) {
        return session;
    }
}
