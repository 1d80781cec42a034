package dev.mailcheck.world.tls;

import dev.mailcheck.world.key.RsaKey;
import dev.mailcheck.world.tls.CertificateSpec.Digest;

import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import java.security.PrivateKey;

/** An RSA key (RFC 3279). */
record RsaCertificateKey(RsaKey key) implements CertificateKey {
    @Override
    public SubjectPublicKeyInfo publicKeyInfo() {
        return SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded());
    }

    @Override
    public PrivateKey privateKey() {
        return key.privateKey();
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm(Digest digest) {
        return new AlgorithmIdentifier(
                switch (digest) {
                    case SHA256 -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
                    case SHA1 -> PKCSObjectIdentifiers.sha1WithRSAEncryption;
                },
                DERNull.INSTANCE);
    }

    @Override
    public byte[] sign(Digest digest, byte[] data) {
        return key.sign(digest.name(), data);
    }
}
