package dev.mailcheck.functions;

import io.avaje.jsonb.Json;

/**
 * What is to be done once the report on a mail stands.
 *
 * @param waitForTls the mail to the address that takes encrypted mail only may still come
 * @param delivered the answer was delivered over TLS
 * @param opened a check was opened for this mail, so somebody may wait for what comes of it
 */
@Json
public record MailNext(Reply reply, boolean waitForTls, boolean delivered, boolean opened) {
    /** Whether and how an answer goes out. */
    public enum Reply {
        /** On the condition that it travels over TLS: to the domain that the report is about. */
        OVER_TLS,
        /** Without condition. */
        ANYHOW,
        /** It is not known yet who wrote: the mail is looked at once more a little later. */
        LATER,
        /** It does not. */
        NONE
    }
}
