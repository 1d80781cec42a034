package dev.mailcheck.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.tls.Staple.Word;

import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

/** A stapled status counts where its issuer, or whom the issuer has named, has signed it. */
class StapleTest {
    private static final ForgedKey EC = ForgedKey.ec();
    private static final ForgedKey OTHER = ForgedKey.ec();
    private static final Forged AUTHORITY = Forged.authority("authority", EC);
    private static final byte[] ISSUER = AUTHORITY.der();
    private static final byte[] OWN =
            Forged.host("mx.sound.example", ForgedKey.ec()).issuedBy(AUTHORITY).der();

    private static Staple read(byte[] response) {
        return new StapleVerification(
                        Certificate.getInstance(OWN), List.of(Certificate.getInstance(ISSUER)))
                .of(response);
    }

    private static byte[] status(CertificateStatus status, ForgedKey signer, byte[]... along) {
        return ForgedStatus.of(status, 1, ISSUER, signer, along);
    }

    @Test
    void whatTheIssuerSignedCounts() {
        Staple good = read(status(CertificateStatus.GOOD, EC));

        assertThat(good.word()).isEqualTo(Word.GOOD);
        assertThat(good.producedFor()).contains(ForgedStatus.NOW);
        assertThat(good.goodUntil()).contains(ForgedStatus.UNTIL);
        assertThat(read(status(new UnknownStatus(), EC)).word()).isEqualTo(Word.UNKNOWN);
    }

    @Test
    void aRevocationHasItsDate() {
        Instant when = Instant.parse("2026-11-01T00:00:00Z");

        Staple revoked = read(status(new RevokedStatus(Date.from(when), 1), EC));

        assertThat(revoked.word()).isEqualTo(Word.REVOKED);
        assertThat(revoked.revokedAt()).contains(when);
    }

    @Test
    void aStrangersSignatureCountsNothing() {
        assertThat(read(status(CertificateStatus.GOOD, OTHER)).word())
                .isEqualTo(Word.BAD_SIGNATURE);
    }

    @Test
    void theIssuerMayLetAnotherSign() {
        byte[] delegate =
                Forged.of("responder", OTHER)
                        .purpose(KeyPurposeId.id_kp_OCSPSigning)
                        .issuedBy(AUTHORITY)
                        .der();

        assertThat(read(status(CertificateStatus.GOOD, OTHER, delegate)).word())
                .isEqualTo(Word.GOOD);
    }

    @Test
    void notJustAnybodyWithACertificateMaySign() {
        byte[] host = Forged.host("other.example", OTHER).issuedBy(AUTHORITY).der();
        byte[] self = Forged.of("responder", OTHER).purpose(KeyPurposeId.id_kp_OCSPSigning).der();

        assertThat(read(status(CertificateStatus.GOOD, OTHER, host)).word())
                .isEqualTo(Word.BAD_SIGNATURE);
        assertThat(read(status(CertificateStatus.GOOD, OTHER, self)).word())
                .isEqualTo(Word.BAD_SIGNATURE);
    }

    @Test
    void anotherCertificatesStatusSaysNothingOfThisOne() {
        assertThat(read(ForgedStatus.of(CertificateStatus.GOOD, 2, ISSUER, EC)).word())
                .isEqualTo(Word.OTHER_CERTIFICATE);
    }

    @Test
    void withoutTheIssuersKeyNothingIsSaid() {
        Staple staple =
                new StapleVerification(Certificate.getInstance(OWN), List.of())
                        .of(status(CertificateStatus.GOOD, EC));

        assertThat(staple.word()).isEqualTo(Word.NOT_COMPUTED);
    }

    @Test
    void whatIsNoStatusIsToldAsSuch() {
        byte[] good = status(CertificateStatus.GOOD, EC);

        assertThat(read(ForgedStatus.tryLater()).word()).isEqualTo(Word.NO_ANSWER);
        assertThat(read(new byte[0]).word()).isEqualTo(Word.MALFORMED);
        assertThat(read("junk".getBytes(StandardCharsets.US_ASCII)).word())
                .isEqualTo(Word.MALFORMED);
        assertThat(read(Arrays.copyOf(good, good.length / 2)).word()).isEqualTo(Word.MALFORMED);
    }
}
