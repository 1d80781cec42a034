package dev.mailcheck.dns;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;

/** An algorithm of the JDK's own providers that counts its uses; the world's servers hash too. */
final class CountedService extends Provider.Service {
    private final Counters counters;

    CountedService(Provider provider, String type, String algorithm, Counters counters) {
        super(provider, type, algorithm, CountedService.class.getName(), List.of(), null);
        this.counters = counters;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
        try {
            return getType().equals("Signature")
                    ? new CountedSignature(Signature.getInstance(getAlgorithm(), "SunRsaSign"))
                    : new CountedDigest(MessageDigest.getInstance(getAlgorithm(), "SUN"));
        } catch (NoSuchProviderException notThisJdk) {
            throw new NoSuchAlgorithmException(notThisJdk);
        }
    }

    private final class CountedSignature extends SignatureSpi {
        private final Signature signature;

        CountedSignature(Signature signature) {
            this.signature = signature;
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            signature.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            signature.initSign(key);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            signature.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length)
                throws SignatureException {
            signature.update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signature.sign();
        }

        @Override
        protected boolean engineVerify(byte[] bytes) throws SignatureException {
            counters.signatures.incrementAndGet();
            return signature.verify(bytes);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }

    private final class CountedDigest extends MessageDigestSpi {
        private final MessageDigest digest;

        CountedDigest(MessageDigest digest) {
            this.digest = digest;
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
        protected byte[] engineDigest() {
            if (!Thread.currentThread().getName().startsWith("world-")) {
                counters.hashes.incrementAndGet();
            }
            return digest.digest();
        }

        @Override
        protected void engineReset() {
            digest.reset();
        }
    }
}
