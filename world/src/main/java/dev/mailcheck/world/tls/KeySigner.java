package dev.mailcheck.world.tls;

import dev.mailcheck.world.tls.CertificateSpec.Digest;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Lets Bouncy Castle's certificate builder sign with a key of the world. */
final class KeySigner implements ContentSigner {
    private final CertificateKey key;
    private final Digest digest;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    KeySigner(CertificateKey key, Digest digest) {
        this.key = key;
        this.digest = digest;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return key.signatureAlgorithm(digest);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(digest, content.toByteArray());
    }
}
