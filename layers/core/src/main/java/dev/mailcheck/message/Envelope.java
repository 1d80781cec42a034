package dev.mailcheck.message;

import java.util.Optional;

/**
 * How a mail came to the receiver that is trusted. Fields that a sender may have written tell
 * nothing here.
 *
 * @param mailFrom the reverse-path without angle brackets; empty text: the null sender. Where only
 *     its domain is known, with the local part postmaster (RFC 7208, section 4.3)
 * @param hop the field of the trusted receiver that tells of the client outside
 * @param seen what the trusted receiver itself found
 * @param topReceiver who wrote the uppermost Received field, trusted or not
 */
public record Envelope(
        Known<String> clientIp,
        Known<String> helo,
        Known<String> mailFrom,
        Known<Tls> tls,
        Optional<Received> hop,
        Optional<AuthenticationResults> seen,
        Optional<String> topReceiver) {

    /**
     * What is told about the envelope; it stands above what the mail says.
     *
     * @param ip canonical
     * @param source who tells: the user, or we who received the mail
     */
    public record Given(
            Optional<String> ip,
            Optional<String> helo,
            Optional<String> mailFrom,
            Optional<Tls> tls,
            Known.Source source) {
        /** What the user says. */
        public Given(
                Optional<String> ip,
                Optional<String> helo,
                Optional<String> mailFrom,
                Optional<Tls> tls) {
            this(ip, helo, mailFrom, tls, Known.Source.OPTION);
        }

        /** Nothing said. */
        public static Given nothing() {
            return new Given(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
