package dev.mailcheck.bench;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Map;

/**
 * Nothing but the arithmetic of a mail's signatures, with what is fastest on the JVM: the JDK's RSA
 * and SHA-256, Bouncy Castle's Ed25519 with a key that is taken apart already. Each form of a body
 * is hashed once. Nothing is read, looked up or decided.
 */
final class Ceiling implements Contestant {
    private static final Map<String, String> NO_VERDICT = Map.of();

    private final byte[] header = new byte[1 << 16];
    private final PublicKey rsa;
    private final byte[] rsaSignature;
    private final Ed25519.PublicPoint ed25519;
    private final byte[] ed25519Signature = new byte[Ed25519.SIGNATURE_SIZE];
    private final byte[] hash;

    Ceiling() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        rsa = pair.getPublic();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(header, 0, 1_000);
        rsaSignature = signature.sign();
        hash = MessageDigest.getInstance("SHA-256").digest(header);
        byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePrivateKey(new SecureRandom(), secret);
        Ed25519.generatePublicKey(secret, 0, point, 0);
        Ed25519.sign(secret, 0, hash, 0, hash.length, ed25519Signature, 0);
        ed25519 = Ed25519.validatePublicKeyPartialExport(point, 0);
    }

    @Override
    public Map<String, String> judge(Sample mail) {
        try {
            for (int length : mail.bodies()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(mail.bytes(), mail.bytes().length - length, length);
                digest.digest();
            }
            for (int i = 0; i < mail.headers().size(); i++) {
                verify(i < mail.rsa(), mail.headers().get(i));
            }
            return NO_VERDICT;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void verify(boolean withRsa, int length) throws GeneralSecurityException {
        if (withRsa) {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(rsa);
            signature.update(header, 0, length);
            signature.verify(rsaSignature);
        } else {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(header, 0, length);
            digest.digest();
            if (!Ed25519.verify(ed25519Signature, 0, ed25519, hash, 0, hash.length)) {
                throw new IllegalStateException("not verified");
            }
        }
    }
}
