package dev.mailcheck.dns;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.interfaces.ECPublicKey;

/** Verifies one signature: the arithmetic is Bouncy Castle's, the digest the JDK's. */
final class P256Verifier extends SignatureSpi {
    private static final ECDomainParameters P256 = curve();

    private final MessageDigest digest = sha256();
    private @Nullable ECPublicKeyParameters key;

    private static ECDomainParameters curve() {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
        if (!(publicKey instanceof ECPublicKey ec)) {
            throw new InvalidKeyException("not an EC key");
        }
        try {
            key =
                    new ECPublicKeyParameters(
                            P256.getCurve()
                                    .createPoint(ec.getW().getAffineX(), ec.getW().getAffineY()),
                            P256);
        } catch (IllegalArgumentException notOnCurve) {
            throw new InvalidKeyException(notOnCurve);
        }
        digest.reset();
    }

    @Override
    protected void engineUpdate(byte b) {
        digest.update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        try {
            BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(P256.getN(), signature);
            return signer.verifySignature(digest.digest(), rs[0], rs[1]);
        } catch (IOException | IllegalArgumentException notDer) {
            throw new SignatureException("not a signature in DER", notDer);
        }
    }

    @Override
    protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
        throw new InvalidKeyException("verifies only");
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        throw new SignatureException("verifies only");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String parameter, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String parameter) {
        throw new UnsupportedOperationException();
    }
}
