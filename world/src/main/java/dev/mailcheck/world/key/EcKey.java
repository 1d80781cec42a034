package dev.mailcheck.world.key;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A P-256 key made from a seed, with deterministic signatures (RFC 6979). Bouncy Castle's plain
 * classes do it several times faster in a cold JVM than the JDK's provider.
 */
public final class EcKey {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(P256);
    private static final int COORDINATE_BYTES = 32;

    private final ECPrivateKeyParameters privateKey;

    private EcKey(ECPrivateKeyParameters privateKey) {
        this.privateKey = privateKey;
    }

    /** Returns the key that belongs to the seed. */
    public static EcKey of(byte[] seed) {
        BigInteger order = P256.getN();
        BigInteger d = new BigInteger(1, seed).mod(order.subtract(BigInteger.ONE));
        return new EcKey(new ECPrivateKeyParameters(d.add(BigInteger.ONE), DOMAIN));
    }

    /** Returns the private scalar. */
    public BigInteger d() {
        return privateKey.getD();
    }

    /** Returns X and Y, 32 bytes each. */
    public byte[] publicPoint() {
        byte[] uncompressed =
                new FixedPointCombMultiplier()
                        .multiply(DOMAIN.getG(), privateKey.getD())
                        .normalize()
                        .getEncoded(false);
        return Arrays.copyOfRange(uncompressed, 1, uncompressed.length);
    }

    /** Signs a digest; returns r and s. */
    public BigInteger[] signDigest(byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, privateKey);
        return signer.generateSignature(digest);
    }

    /** Signs the SHA-256 of the data; returns r and s, 32 bytes each (RFC 6605, section 4). */
    public byte[] signPlain(byte[] data) {
        BigInteger[] rs = signDigest(Seeds.sha256(data));
        byte[] signature = new byte[2 * COORDINATE_BYTES];
        BigIntegers.asUnsignedByteArray(rs[0], signature, 0, COORDINATE_BYTES);
        BigIntegers.asUnsignedByteArray(rs[1], signature, COORDINATE_BYTES, COORDINATE_BYTES);
        return signature;
    }
}
