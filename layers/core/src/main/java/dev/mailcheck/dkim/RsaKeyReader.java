package dev.mailcheck.dkim;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads an RSA key in either form that is published: SubjectPublicKeyInfo (RFC 5280, section
 * 4.1.2.7), which everybody writes, and the bare RSAPublicKey (RFC 8017, appendix A.1.1), which RFC
 * 6376, section 3.6.1 names.
 */
final class RsaKeyReader {
    private static final int MAX_BITS = 16_384;

    /** The object identifier 1.2.840.113549.1.1.1 with its tag and length. */
    private static final byte[] RSA_ENCRYPTION = HexFormat.of().parseHex("06092a864886f70d010101");

    private RsaKeyReader() {}

    static Optional<DkimPublicKey> read(byte[] octets) {
        return new DerReader(octets)
                .next(DerReader.SEQUENCE)
                .flatMap(content -> bareKey(content).flatMap(RsaKeyReader::numbers));
    }

    /** The content of the RSAPublicKey sequence, unwrapped where it is wrapped. */
    private static Optional<byte[]> bareKey(byte[] content) {
        DerReader reader = new DerReader(content);
        if (reader.startsWith(DerReader.INTEGER)) {
            return Optional.of(content);
        }
        return reader.next(DerReader.SEQUENCE)
                .filter(RsaKeyReader::namesRsa)
                .flatMap(algorithm -> reader.next(DerReader.BIT_STRING))
                .filter(bits -> bits.length > 1 && bits[0] == 0)
                .map(bits -> Arrays.copyOfRange(bits, 1, bits.length))
                .flatMap(key -> new DerReader(key).next(DerReader.SEQUENCE));
    }

    private static boolean namesRsa(byte[] algorithm) {
        return algorithm.length >= RSA_ENCRYPTION.length
                && Arrays.equals(RSA_ENCRYPTION, Arrays.copyOf(algorithm, RSA_ENCRYPTION.length));
    }

    private static Optional<DkimPublicKey> numbers(byte[] sequence) {
        DerReader reader = new DerReader(sequence);
        Optional<byte[]> modulus = reader.next(DerReader.INTEGER);
        Optional<byte[]> exponent = reader.next(DerReader.INTEGER);
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return Optional.empty();
        }
        if (modulus.get().length > MAX_BITS / 8 + 1 || exponent.get().length > MAX_BITS / 8) {
            return Optional.of(new DkimPublicKey.TooLarge());
        }
        BigInteger n = new BigInteger(1, modulus.get());
        BigInteger e = new BigInteger(1, exponent.get());
        return n.signum() > 0 && e.signum() > 0
                ? Optional.of(new DkimPublicKey.Rsa(n, e))
                : Optional.empty();
    }
}
