package dev.mailcheck.dkim;

import static org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyPartialExport;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.verify;

import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

import java.util.Optional;

/** By Bouncy Castle: warm, eight times as fast as the JDK. */
final class BulkEd25519 implements Ed25519 {
    @Override
    public Optional<Key> key(byte[] octets) {
        return Optional.ofNullable(validatePublicKeyPartialExport(octets, 0))
                .map(point -> (hash, signature) -> verifies(point, hash, signature));
    }

    private static boolean verifies(PublicPoint point, byte[] hash, byte[] signature) {
        return signature.length == SIGNATURE_SIZE
                && verify(signature, 0, point, hash, 0, hash.length);
    }
}
