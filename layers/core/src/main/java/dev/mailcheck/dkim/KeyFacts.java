package dev.mailcheck.dkim;

import io.avaje.jsonb.Json;

/**
 * The key that a signature was verified with.
 *
 * @param type "rsa" or "ed25519"
 * @param bits of the modulus; 256 for Ed25519
 * @param testing {@code t=y}
 * @param records how many records stand at the selector
 */
@Json
public record KeyFacts(String type, int bits, boolean testing, int records) {
    private static final int ED25519_BITS = 256;

    static KeyFacts of(ParsedKey key, int records) {
        DkimKeyRecord.Valid valid = (DkimKeyRecord.Valid) key.record();
        boolean testing = valid.testing();
        return switch (valid.key()) {
            case DkimPublicKey.Rsa rsa -> new KeyFacts("rsa", rsa.bits(), testing, records);
            case DkimPublicKey.Ed25519 ed25519 ->
                    new KeyFacts("ed25519", ED25519_BITS, testing, records);
            case DkimPublicKey.TooLarge tooLarge -> new KeyFacts("rsa", 0, testing, records);
        };
    }
}
