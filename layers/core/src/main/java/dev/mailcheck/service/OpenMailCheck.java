package dev.mailcheck.service;

import dev.mailcheck.report.Language;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A mail check that waits for its mail. It stands in the claims, under the hash of its id; there
 * the token of its addresses is sealed with the id, so that whoever reads the store can neither
 * open the page nor write to the addresses.
 *
 * @param until its addresses take mail
 */
record OpenMailCheck(Secret token, Language language, Instant until) {
    private static final String SEPARATOR = " ";

    /** Its text in the store. */
    String sealed(Secret id) {
        return String.join(SEPARATOR, pad(token, id), language.name(), until.toString());
    }

    /** Reads it back; empty where the text is none of ours. */
    static Optional<OpenMailCheck> unsealed(String text, Secret id) {
        List<String> parts = List.of(text.split(SEPARATOR));
        return parts.size() == 3
                ? Secret.parse(parts.get(0))
                        .map(sealed ->
                                new OpenMailCheck(
                                        new Secret(pad(sealed, id)),
                                        Language.valueOf(parts.get(1)),
                                        Instant.parse(parts.get(2))))
                : Optional.empty();
    }

    /** Sealing twice is unsealing; the pad is used for nothing else. */
    private static String pad(Secret text, Secret id) {
        byte[] bits = HexFormat.of().parseHex(text.text());
        byte[] pad = HexFormat.of().parseHex(Hashed.of("token of " + id.text()).hex());
        for (int i = 0; i < bits.length; i++) {
            bits[i] ^= pad[i];
        }
        return HexFormat.of().formatHex(bits);
    }
}
