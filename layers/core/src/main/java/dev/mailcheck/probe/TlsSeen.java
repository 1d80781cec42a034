package dev.mailcheck.probe;

import dev.mailcheck.message.Known;
import dev.mailcheck.message.Tls;
import dev.mailcheck.message.Tls.Encryption;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * How the hop into the trusted receiver was encrypted.
 *
 * @param version as TLSv1.3
 * @param cipher as the receiver wrote it
 * @param from as in {@link Fact}
 */
@Json
public record TlsSeen(
        Encryption encryption, Optional<String> version, Optional<String> cipher, String from) {
    static TlsSeen of(Known<Tls> known) {
        return known.value()
                .map(tls ->
                        new TlsSeen(
                                tls.encryption(), tls.version(), tls.cipher(), Fact.from(known)))
                .orElseGet(() -> unknown(Fact.from(known)));
    }

    static TlsSeen unknown(String why) {
        return new TlsSeen(Encryption.NOT_SAID, Optional.empty(), Optional.empty(), why);
    }
}
