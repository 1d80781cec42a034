package dev.mailcheck.dkim;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/**
 * A key record, read once for all signatures that it verifies.
 *
 * @param rsa what the JDK computes with, for RSA keys that it takes
 */
record ParsedKey(DkimKeyRecord record, @Nullable PublicKey rsa) {
    static ParsedKey of(String text) {
        DkimKeyRecord record = DkimKeyRecord.parse(text);
        boolean valid = record instanceof DkimKeyRecord.Valid;
        return new ParsedKey(record, valid ? rsa(((DkimKeyRecord.Valid) record).key()) : null);
    }

    /** The numbers of an RSA key. */
    Optional<DkimPublicKey.Rsa> rsaKey() {
        return record instanceof DkimKeyRecord.Valid valid
                        && valid.key() instanceof DkimPublicKey.Rsa rsaKey
                ? Optional.of(rsaKey)
                : Optional.empty();
    }

    private static @Nullable PublicKey rsa(DkimPublicKey key) {
        return switch (key) {
            case DkimPublicKey.Rsa rsa -> computable(rsa);
            case DkimPublicKey.Ed25519 ed25519 -> null;
            case DkimPublicKey.TooLarge tooLarge -> null;
        };
    }

    private static @Nullable PublicKey computable(DkimPublicKey.Rsa key) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent()));
        } catch (GeneralSecurityException refused) {
            return null;
        }
    }
}
