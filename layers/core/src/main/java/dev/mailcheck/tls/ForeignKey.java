package dev.mailcheck.tls;

import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

import java.io.IOException;

/**
 * Makes a key to verify with of a public key within {@link KeyBounds}. Of an RSA modulus Bouncy
 * Castle would first test that it is no prime, which costs more than all that is done with the key,
 * and which whoever made the key has an interest in, not who verifies with it.
 */
final class ForeignKey {
    private ForeignKey() {}

    static AsymmetricKeyParameter of(SubjectPublicKeyInfo key) throws IOException {
        if (!KeyBounds.isRsa(key.getAlgorithm().getAlgorithm())) {
            return PublicKeyFactory.createKey(key);
        }
        RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        boolean untested = true;
        return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent(), untested);
    }
}
