package dev.mailcheck.smtp;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Fuzz target: any bytes as what a mail server says, reply after reply. */
public final class SmtpReplyFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private SmtpReplyFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        LineReader lines = new LineReader(new ByteArrayInputStream(input));
        ReplyReader replies = new ReplyReader(lines, new Transcript(CLOCK));
        // Each reply takes a byte at least, so there are no more than bytes.
        for (int i = 0; i <= input.length; i++) {
            if (!(replies.read() instanceof Answer.Replied(SmtpReply reply))) {
                return;
            }
            EhloFeatures.of(reply);
            reply.enhancedStatus();
        }
        throw new IllegalStateException("more replies than bytes");
    }
}
