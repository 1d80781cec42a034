package dev.mailcheck.check;

import dev.mailcheck.tls.certificate.CertificateResult;

/**
 * What a certificate's fault weighs. To a sender that takes TLS where it finds it any certificate
 * will do, so most faults are warnings; they weigh more where a published rule makes senders look.
 */
enum CertificateWeight {
    /** No rule makes senders look at the certificate. */
    OPPORTUNISTIC;

    FindingCode code(CertificateResult result) {
        return switch (this) {
            case OPPORTUNISTIC -> opportunistic(result);
        };
    }

    private static FindingCode opportunistic(CertificateResult result) {
        return switch (result) {
            case NAME_MATCHES -> FindingCode.INBOUND_TLS_CERTIFICATE_NAME_MATCHES;
            case NAME_MISMATCH -> FindingCode.INBOUND_TLS_CERTIFICATE_NAME_MISMATCH;
            case TRUSTED -> FindingCode.INBOUND_TLS_CERTIFICATE_TRUSTED;
            case SELF_SIGNED -> FindingCode.INBOUND_TLS_CERTIFICATE_SELF_SIGNED;
            case CHAIN_INCOMPLETE -> FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_INCOMPLETE;
            case UNTRUSTED -> FindingCode.INBOUND_TLS_CERTIFICATE_UNTRUSTED;
            case TRUST_NOT_KNOWN -> FindingCode.INBOUND_TLS_CERTIFICATE_TRUST_NOT_KNOWN;
            case DATES_GOOD -> FindingCode.INBOUND_TLS_CERTIFICATE_DATES_GOOD;
            case EXPIRES_SOON -> FindingCode.INBOUND_TLS_CERTIFICATE_EXPIRES_SOON;
            case EXPIRED -> FindingCode.INBOUND_TLS_CERTIFICATE_EXPIRED;
            case NOT_YET_VALID -> FindingCode.INBOUND_TLS_CERTIFICATE_NOT_YET_VALID;
            case KEY_STRONG -> FindingCode.INBOUND_TLS_CERTIFICATE_KEY_STRONG;
            case KEY_SHORT -> FindingCode.INBOUND_TLS_CERTIFICATE_KEY_SHORT;
            case KEY_TOO_SHORT -> FindingCode.INBOUND_TLS_CERTIFICATE_KEY_TOO_SHORT;
            case KEY_TOO_LONG -> FindingCode.INBOUND_TLS_CERTIFICATE_KEY_TOO_LONG;
            case SIGNATURE_STRONG -> FindingCode.INBOUND_TLS_CERTIFICATE_SIGNATURE_STRONG;
            case SIGNATURE_WEAK -> FindingCode.INBOUND_TLS_CERTIFICATE_SIGNATURE_WEAK;
            case NOT_FOR_SERVERS -> FindingCode.INBOUND_TLS_CERTIFICATE_NOT_FOR_SERVERS;
            case IS_AUTHORITY -> FindingCode.INBOUND_TLS_CERTIFICATE_IS_AUTHORITY;
            case OUT_OF_ORDER -> FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_OUT_OF_ORDER;
            case TOO_MANY -> FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LONG;
        };
    }
}
