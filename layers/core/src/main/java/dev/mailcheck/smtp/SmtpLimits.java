package dev.mailcheck.smtp;

import java.time.Duration;

/**
 * How long each step of a conversation may take. RFC 5321, section 4.5.3.2, would have a sender
 * wait minutes; a check does not, and calls what is slower "not known".
 *
 * @param banner until the greeting: postscreen makes clients wait 6 to 15 seconds
 * @param command until the reply to a command
 * @param handshake for a whole TLS handshake
 * @param quit until the reply to QUIT, on which nothing depends
 */
public record SmtpLimits(Duration banner, Duration command, Duration handshake, Duration quit) {
    public static final SmtpLimits DEFAULT =
            new SmtpLimits(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(3));
}
