package dev.mailcheck.dkim;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads out of an RSA signature the hash that its signer signed (RFC 8017, section 9.2), to tell a
 * changed mail from a wrong key. It never decides whether a signature is valid.
 */
final class SignedHash {
    private static final byte[] SHA256 =
            HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    private static final byte[] SHA1 = HexFormat.of().parseHex("3021300906052b0e03021a05000414");

    private SignedHash() {}

    /** The hash; empty where this key made no such signature. */
    static Optional<byte[]> of(
            DkimPublicKey.Rsa key, SigningAlgorithm algorithm, byte[] signature) {
        BigInteger number = new BigInteger(1, signature);
        if (number.compareTo(key.modulus()) >= 0) {
            return Optional.empty();
        }
        byte[] encoded = number.modPow(key.exponent(), key.modulus()).toByteArray();
        byte[] prefix = algorithm == SigningAlgorithm.RSA_SHA1 ? SHA1 : SHA256;
        int hashLength = prefix[prefix.length - 1];
        int info = encoded.length - hashLength - prefix.length;
        boolean fits =
                isPadding(encoded, info, key.bits())
                        && Arrays.equals(
                                encoded, info, info + prefix.length, prefix, 0, prefix.length);
        return fits
                ? Optional.of(Arrays.copyOfRange(encoded, info + prefix.length, encoded.length))
                : Optional.empty();
    }

    /** 1, then 255 over and over, then 0; a number has no leading zero. */
    private static boolean isPadding(byte[] encoded, int info, int keyBits) {
        boolean whole = encoded.length == (keyBits + 7) / 8 - 1;
        if (!whole || info < 2 || encoded[0] != 1 || encoded[info - 1] != 0) {
            return false;
        }
        for (int i = 1; i < info - 1; i++) {
            if (encoded[i] != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }
}
