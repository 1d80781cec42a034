package dev.mailcheck.tls;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import java.io.IOException;

/** Which foreign keys we compute with: large or odd ones cost a hostile server nothing, us much. */
final class KeyBounds {
    static final int MAX_RSA_BITS = 8192;
    static final int MAX_DH_BITS = 8192;
    private static final int MAX_EXPONENT_BITS = 64;

    private KeyBounds() {}

    /** False also for a key that cannot be parsed. */
    static boolean within(SubjectPublicKeyInfo key) {
        try {
            return isWithin(key);
        } catch (IOException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isWithin(SubjectPublicKeyInfo key) throws IOException {
        ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
        if (isRsa(algorithm)) {
            RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
            return rsa.getModulus().bitLength() <= MAX_RSA_BITS
                    && rsa.getPublicExponent().bitLength() <= MAX_EXPONENT_BITS;
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return X962Parameters.getInstance(key.getAlgorithm().getParameters()).isNamedCurve();
        }
        return true;
    }

    static boolean isRsa(ASN1ObjectIdentifier algorithm) {
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS);
    }
}
