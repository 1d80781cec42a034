package dev.mailcheck.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/**
 * A key record, read once for all signatures that it verifies.
 *
 * @param rsa what the JDK computes with, for RSA keys that it takes
 * @param ed25519 for Ed25519 keys that are one
 */
record ParsedKey(DkimKeyRecord record, Optional<PublicKey> rsa, Optional<Ed25519.Key> ed25519) {

    static ParsedKey of(String text, Ed25519 ed25519) {
        DkimKeyRecord record = DkimKeyRecord.parse(text);
        ParsedKey unread = new ParsedKey(record, Optional.empty(), Optional.empty());
        return switch (record) {
            case DkimKeyRecord.Valid valid -> unread.with(valid.key(), ed25519);
            case DkimKeyRecord.Revoked revoked -> unread;
            case DkimKeyRecord.Faulty faulty -> unread;
        };
    }

    private ParsedKey with(DkimPublicKey key, Ed25519 ed25519Keys) {
        return switch (key) {
            case DkimPublicKey.Rsa numbers -> new ParsedKey(record, computable(numbers), ed25519);
            case DkimPublicKey.Ed25519 point ->
                    new ParsedKey(record, rsa, ed25519Keys.key(point.octets()));
            case DkimPublicKey.TooLarge tooLarge -> this;
        };
    }

    /** Whether there is something to compute with. */
    boolean isComputable() {
        return rsa.isPresent() || ed25519.isPresent();
    }

    /** The numbers of an RSA key. */
    Optional<DkimPublicKey.Rsa> rsaNumbers() {
        return record instanceof DkimKeyRecord.Valid valid
                        && valid.key() instanceof DkimPublicKey.Rsa numbers
                ? Optional.of(numbers)
                : Optional.empty();
    }

    private static Optional<PublicKey> computable(DkimPublicKey.Rsa key) {
        try {
            return Optional.of(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent())));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }
}
