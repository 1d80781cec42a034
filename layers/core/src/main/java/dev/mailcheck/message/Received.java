package dev.mailcheck.message;

import java.time.Instant;
import java.util.Optional;

/**
 * What one Received field tells of its hop (RFC 5321, section 4.4; RFC 5322, section 3.6.7). Any
 * text is read; what it does not tell is empty. Whether it may be believed is no matter of this
 * type.
 *
 * @param from the first word after "from", as written: the HELO, or the name of the client
 * @param ip of the client, canonical; IPv4-mapped as IPv4
 * @param helo what the client called itself, without brackets
 * @param rdns the name that the program had looked up for the address
 * @param by who wrote the field
 * @param with the protocol as written
 * @param authenticated whether the client had logged in
 * @param envelopeFrom without angle brackets; empty text: the null sender
 */
public record Received(
        Optional<String> from,
        Optional<String> ip,
        Optional<String> helo,
        Optional<String> rdns,
        Optional<String> by,
        Optional<String> with,
        Optional<String> id,
        Tls tls,
        boolean authenticated,
        Optional<String> envelopeFrom,
        Optional<Instant> date) {

    /** Reads the value of a Received field, folded or not. */
    public static Received parse(String value) {
        return new ReceivedReader(value).read();
    }
}
