package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;

import java.io.IOException;

/** Where answers are handed over. */
public interface ReplyRoad {
    /** What came of it. */
    enum Outcome {
        HANDED_OVER,
        /** The other side does not want it, and will not. */
        REFUSED
    }

    /**
     * Hands a mail over.
     *
     * @throws IOException where it may be possible later
     */
    Outcome handOver(OutgoingMail mail) throws IOException;
}
