package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;

import java.io.IOException;

/** Where answers are handed over. */
public interface ReplyRoad {
    /** The other side does not want this mail, and will not. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Hands a mail over.
     *
     * @param goesOut is to be done right before the bytes by which the other side has the mail;
     *     where it fails they are not sent. A side that knows a second copy by its name needs it
     *     not
     * @throws Refused where it is in vain
     * @throws IOException where it may be possible later. The message of both is for the operator,
     *     and tells nothing of the mail
     */
    void handOver(OutgoingMail mail, Runnable goesOut) throws IOException;
}
