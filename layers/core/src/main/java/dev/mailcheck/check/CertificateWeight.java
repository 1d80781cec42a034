package dev.mailcheck.check;

import dev.mailcheck.tls.certificate.CertificateResult;

import java.util.Optional;
import java.util.Set;

/**
 * What a certificate's fault weighs at one host. To a sender that takes TLS where it finds it any
 * certificate will do, so most faults are warnings; where a published rule makes senders look, the
 * same fault keeps mail away; and what senders do not look at is not judged.
 */
enum CertificateWeight {
    /** No rule makes senders look at the certificate. */
    OPPORTUNISTIC,
    /** MTA-STS in enforce mode (RFC 8461, section 4.2): the chain has to be a public one. */
    MTA_STS,
    /** DANE-TA (RFC 7672, section 3.1.2): the chain has to lead to the published authority. */
    DANE_TA,
    /** DANE-EE (RFC 7672, section 3.1.1): the published key is all that counts. */
    DANE_EE;

    /** Whether the chain leads to the published authority is for the check of DANE to say. */
    private static final Set<CertificateResult> PUBLIC =
            Set.of(
                    CertificateResult.TRUSTED,
                    CertificateResult.SELF_SIGNED,
                    CertificateResult.UNTRUSTED,
                    CertificateResult.TRUST_NOT_KNOWN,
                    CertificateResult.CHAIN_INCOMPLETE);

    private static final Set<CertificateResult> OF_KEY =
            Set.of(
                    CertificateResult.KEY_STRONG,
                    CertificateResult.KEY_SHORT,
                    CertificateResult.KEY_TOO_SHORT,
                    CertificateResult.KEY_TOO_LONG);

    /** The code of a result; none where senders do not look at it, or another check does. */
    Optional<FindingCode> code(CertificateResult result) {
        return switch (this) {
            case OPPORTUNISTIC -> Optional.of(CertificateCodes.opportunistic(result));
            case MTA_STS -> Optional.of(enforced(result));
            case DANE_TA ->
                    Optional.of(result).filter(r -> !PUBLIC.contains(r)).map(this::enforced);
            case DANE_EE ->
                    Optional.of(result)
                            .filter(OF_KEY::contains)
                            .map(CertificateCodes::opportunistic);
        };
    }

    /** The rule that makes senders look, as people know it. */
    Optional<String> rule() {
        return switch (this) {
            case OPPORTUNISTIC -> Optional.empty();
            case MTA_STS -> Optional.of("MTA-STS");
            case DANE_TA, DANE_EE -> Optional.of("DANE");
        };
    }

    private FindingCode enforced(CertificateResult result) {
        return CertificateCodes.enforced(result)
                .orElseGet(() -> CertificateCodes.opportunistic(result));
    }
}
