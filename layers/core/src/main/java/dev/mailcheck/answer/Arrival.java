package dev.mailcheck.answer;

import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.Known;
import dev.mailcheck.message.Tls;
import dev.mailcheck.message.Tls.Encryption;

import io.avaje.jsonb.Json;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a mail came to us, as whoever received it saw by himself. What he does not see stays empty
 * and is read from the fields of a trusted receiver.
 *
 * @param mailFrom the reverse-path without angle brackets; empty text: the null sender
 * @param recipients of ours, as they were written
 * @param clientIp canonical
 * @param encryption ENCRYPTED without a version: over TLS, whose version nobody told; NOT_SAID: not
 *     known
 * @param tlsVersion as TLSv1.3
 * @param cipher as the TLS library names it
 */
@Json
public record Arrival(
        String mailFrom,
        List<String> recipients,
        Optional<String> clientIp,
        Optional<String> helo,
        Encryption encryption,
        Optional<String> tlsVersion,
        Optional<String> cipher,
        Instant at) {
    public Arrival {
        recipients = List.copyOf(recipients);
    }

    /** What the analysis of the mail is told of its envelope. */
    public Envelope.Given given() {
        return new Envelope.Given(
                clientIp,
                helo,
                Optional.of(mailFrom),
                encryption == Encryption.NOT_SAID
                        ? Optional.empty()
                        : Optional.of(new Tls(encryption, tlsVersion, cipher)),
                Known.Source.SESSION);
    }

    /** The domain of the reverse-path in lower case; empty text where there is none. */
    public String mailFromDomain() {
        return domain(mailFrom);
    }

    static String domain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    static String localPart(String address) {
        int at = address.lastIndexOf('@');
        return (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
    }
}
