package dev.mailcheck.check;

import static dev.mailcheck.check.CertificateWeight.DANE_EE;
import static dev.mailcheck.check.CertificateWeight.DANE_TA;
import static dev.mailcheck.check.CertificateWeight.MTA_STS;
import static dev.mailcheck.check.CertificateWeight.OPPORTUNISTIC;
import static dev.mailcheck.check.FindingCode.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.TlsParameters.Judged;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.tls.Forged;
import dev.mailcheck.tls.ForgedKey;
import dev.mailcheck.tls.Staple;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.Trust;
import dev.mailcheck.tls.certificate.CertificateResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the same fault weighs where senders look, and where they do not. */
class CertificateWeightTest {
    private static final String HOST = "mx.sound.example";
    private static final ForgedKey EC = ForgedKey.ec();

    @ParameterizedTest
    @CsvSource({
        "NAME_MISMATCH, INBOUND_TLS_CERTIFICATE_NAME_MISMATCH, INBOUND_TLS_ENFORCED_NAME_MISMATCH",
        "SELF_SIGNED, INBOUND_TLS_CERTIFICATE_SELF_SIGNED, INBOUND_TLS_ENFORCED_SELF_SIGNED",
        "UNTRUSTED, INBOUND_TLS_CERTIFICATE_UNTRUSTED, INBOUND_TLS_ENFORCED_UNTRUSTED",
        "CHAIN_INCOMPLETE, INBOUND_TLS_CERTIFICATE_CHAIN_INCOMPLETE,"
                + " INBOUND_TLS_ENFORCED_CHAIN_INCOMPLETE",
        "SIGNATURE_BROKEN, INBOUND_TLS_CERTIFICATE_SIGNATURE_BROKEN,"
                + " INBOUND_TLS_ENFORCED_SIGNATURE_BROKEN",
        "EXPIRED, INBOUND_TLS_CERTIFICATE_EXPIRED, INBOUND_TLS_ENFORCED_EXPIRED",
        "NOT_YET_VALID, INBOUND_TLS_CERTIFICATE_NOT_YET_VALID, INBOUND_TLS_ENFORCED_NOT_YET_VALID",
        "KEY_SHORT, INBOUND_TLS_CERTIFICATE_KEY_SHORT, INBOUND_TLS_ENFORCED_KEY_SHORT",
        "SIGNATURE_WEAK, INBOUND_TLS_CERTIFICATE_SIGNATURE_WEAK,"
                + " INBOUND_TLS_ENFORCED_SIGNATURE_WEAK",
        "NOT_FOR_SERVERS, INBOUND_TLS_CERTIFICATE_NOT_FOR_SERVERS,"
                + " INBOUND_TLS_ENFORCED_NOT_FOR_SERVERS",
        "ISSUER_NOT_ENTITLED, INBOUND_TLS_CERTIFICATE_ISSUER_NOT_ENTITLED,"
                + " INBOUND_TLS_ENFORCED_ISSUER_NOT_ENTITLED"
    })
    void whatIsAWarningElsewhereKeepsMailAwayUnderMtaSts(
            CertificateResult fault, FindingCode warning, FindingCode failure) {
        assertThat(OPPORTUNISTIC.code(fault)).contains(warning);
        assertThat(MTA_STS.code(fault)).contains(failure);
        assertThat(warning.status()).isEqualTo(Status.WARN);
        assertThat(failure.status()).isEqualTo(Status.FAIL);
        assertThat(failure.level()).isEqualTo(Level.REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateResult.class,
            names = {"TRUSTED", "SELF_SIGNED", "UNTRUSTED", "TRUST_NOT_KNOWN", "CHAIN_INCOMPLETE"})
    void thePublicTrustIsNothingToDane(CertificateResult result) {
        assertThat(DANE_TA.code(result)).isEmpty();
        assertThat(DANE_EE.code(result)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificateResult.class,
            names = {"NAME_MISMATCH", "EXPIRED", "NOT_YET_VALID", "SIGNATURE_WEAK", "KEY_SHORT"})
    void underDaneTaTheRestCountsAsUnderMtaSts(CertificateResult fault) {
        assertThat(DANE_TA.code(fault)).isEqualTo(MTA_STS.code(fault)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(CertificateResult.class)
    void underDaneEeNothingButTheKeyIsJudgedAndItNeverWeighsMore(CertificateResult result) {
        boolean ofTheKey = result.name().startsWith("KEY_");

        assertThat(DANE_EE.code(result))
                .isEqualTo(ofTheKey ? OPPORTUNISTIC.code(result) : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(CertificateResult.class)
    void nothingThatIsGoodTurnsBad(CertificateResult result) {
        FindingCode plain = OPPORTUNISTIC.code(result).orElseThrow();

        if (plain.status() != Status.WARN) {
            assertThat(MTA_STS.code(result)).contains(plain);
        }
    }

    private static List<FindingCode> codes(CertificateWeight weight, Forged own) {
        return new HostCertificate(HOST, facts(own), weight, SmtpLab.NOW)
                .judge().stream().map(Judged::code).toList();
    }

    private static TlsFacts facts(Forged own) {
        return new TlsFacts(
                "sender",
                Optional.of("TLSv1.3"),
                Optional.of("TLS_AES_128_GCM_SHA256"),
                Optional.of("x25519"),
                0,
                true,
                Optional.empty(),
                false,
                Optional.of("AAAA"),
                1,
                900,
                List.of(own.base64()),
                Optional.empty(),
                "",
                Optional.of(new Trust(Trust.Reason.SELF_SIGNED, List.of(0))),
                Optional.of(
                        new Staple(
                                Staple.Word.GOOD,
                                Optional.of(SmtpLab.NOW.minus(Duration.ofDays(9))),
                                Optional.of(SmtpLab.NOW.minus(Duration.ofDays(2))),
                                Optional.empty())));
    }

    private static Forged expired() {
        return Forged.host("other.example", EC)
                .valid(
                        SmtpLab.NOW.minus(Duration.ofDays(90)),
                        SmtpLab.NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void aPinnedCertificateMayBeAsOldAndForeignAsItLikes() {
        assertThat(codes(DANE_EE, expired()))
                .containsExactly(
                        INBOUND_TLS_CERTIFICATE_PINNED, INBOUND_TLS_CERTIFICATE_KEY_STRONG);
    }

    @Test
    void underMtaStsTheSameOneKeepsMailAwayThreeTimesOver() {
        assertThat(codes(MTA_STS, expired()))
                .contains(
                        INBOUND_TLS_ENFORCED_NAME_MISMATCH,
                        INBOUND_TLS_ENFORCED_SELF_SIGNED,
                        INBOUND_TLS_ENFORCED_EXPIRED,
                        INBOUND_TLS_CERTIFICATE_STATUS_OUTDATED);
    }

    @Test
    void theRuleThatMakesSendersLookIsNamed() {
        List<Judged> judged =
                new HostCertificate(HOST, facts(expired()), DANE_TA, SmtpLab.NOW).judge();

        assertThat(judged).allMatch(each -> "DANE".equals(each.arguments().get("rule")));
    }
}
