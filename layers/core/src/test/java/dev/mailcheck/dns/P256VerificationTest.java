package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;

final class P256VerificationTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @BeforeAll
    static void install() {
        P256Verification.install();
        P256Verification.install();
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    @ParameterizedTest
    @CsvSource({"secp256r1,MailcheckP256", "secp384r1,SunEC", "secp521r1,SunEC"})
    void onlyP256IsVerifiedByItAndNothingIsSigned(String curve, String provider)
            throws GeneralSecurityException {
        KeyPair pair = pair(curve);
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(MESSAGE);
        byte[] signature = signer.sign();
        assertThat(signer.getProvider().getName()).isEqualTo("SunEC");
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(pair.getPublic());
        assertThat(verifier.getProvider().getName()).isEqualTo(provider);
        verifier.update(MESSAGE[0]);
        verifier.update(MESSAGE, 1, 2);
        assertThat(verifier.verify(signature)).isTrue();
        verifier.update(MESSAGE);
        verifier.update(MESSAGE);
        assertThat(verifier.verify(signature)).isFalse();
    }

    @Test
    void aSignatureThatIsNoDerIsNoSignature() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(pair("secp256r1").getPublic());
        verifier.update(MESSAGE);
        assertThatThrownBy(() -> verifier.verify(new byte[] {0x30, 0x7f}))
                .isInstanceOf(SignatureException.class);
    }

    @Test
    void anotherKeyDoesNotVerify() throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair("secp256r1").getPrivate());
        signer.update(MESSAGE);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(pair("secp256r1").getPublic());
        verifier.update(MESSAGE);
        assertThat(verifier.verify(signature)).isFalse();
    }
}
