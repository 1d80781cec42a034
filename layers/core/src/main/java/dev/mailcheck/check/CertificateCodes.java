package dev.mailcheck.check;

import dev.mailcheck.tls.certificate.CertificateResult;

import java.util.Optional;

/** The codes of what the rules for certificates say, by weight. */
final class CertificateCodes {
    private CertificateCodes() {}

    /** Where no published rule makes senders look. */
    static FindingCode opportunistic(CertificateResult result) {
        return switch (result) {
            case NAME_MATCHES -> FindingCode.INBOUND_TLS_CERTIFICATE_NAME_MATCHES;
            case NAME_MISMATCH -> FindingCode.INBOUND_TLS_CERTIFICATE_NAME_MISMATCH;
            case TRUSTED -> FindingCode.INBOUND_TLS_CERTIFICATE_TRUSTED;
            case SELF_SIGNED -> FindingCode.INBOUND_TLS_CERTIFICATE_SELF_SIGNED;
            case UNTRUSTED -> FindingCode.INBOUND_TLS_CERTIFICATE_UNTRUSTED;
            case TRUST_NOT_KNOWN -> FindingCode.INBOUND_TLS_CERTIFICATE_TRUST_NOT_KNOWN;
            case CHAIN_INCOMPLETE -> FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_INCOMPLETE;
            case SIGNATURE_BROKEN -> FindingCode.INBOUND_TLS_CERTIFICATE_SIGNATURE_BROKEN;
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
            case NOT_FOR_SIGNING -> FindingCode.INBOUND_TLS_CERTIFICATE_NOT_FOR_SIGNING;
            case IS_AUTHORITY -> FindingCode.INBOUND_TLS_CERTIFICATE_IS_AUTHORITY;
            case ISSUER_NOT_ENTITLED -> FindingCode.INBOUND_TLS_CERTIFICATE_ISSUER_NOT_ENTITLED;
            case NOT_REVOKED -> FindingCode.INBOUND_TLS_CERTIFICATE_NOT_REVOKED;
            case REVOKED -> FindingCode.INBOUND_TLS_CERTIFICATE_REVOKED;
            case STATUS_OUTDATED -> FindingCode.INBOUND_TLS_CERTIFICATE_STATUS_OUTDATED;
            case STATUS_UNUSABLE -> FindingCode.INBOUND_TLS_CERTIFICATE_STATUS_UNUSABLE;
            case OUT_OF_ORDER -> FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_OUT_OF_ORDER;
            case TOO_MANY -> FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LONG;
            case TOO_LARGE -> FindingCode.INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LARGE;
        };
    }

    /** Where one does, and so the fault keeps mail away; none for what weighs no more than else. */
    static Optional<FindingCode> enforced(CertificateResult result) {
        return switch (result) {
            case NAME_MISMATCH -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_NAME_MISMATCH);
            case SELF_SIGNED -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_SELF_SIGNED);
            case UNTRUSTED -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_UNTRUSTED);
            case CHAIN_INCOMPLETE -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_CHAIN_INCOMPLETE);
            case SIGNATURE_BROKEN -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_SIGNATURE_BROKEN);
            case EXPIRED -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_EXPIRED);
            case NOT_YET_VALID -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_NOT_YET_VALID);
            case KEY_SHORT -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_KEY_SHORT);
            case SIGNATURE_WEAK -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_SIGNATURE_WEAK);
            case NOT_FOR_SERVERS -> Optional.of(FindingCode.INBOUND_TLS_ENFORCED_NOT_FOR_SERVERS);
            case ISSUER_NOT_ENTITLED ->
                    Optional.of(FindingCode.INBOUND_TLS_ENFORCED_ISSUER_NOT_ENTITLED);
            case NAME_MATCHES,
                    TRUSTED,
                    TRUST_NOT_KNOWN,
                    DATES_GOOD,
                    EXPIRES_SOON,
                    KEY_STRONG,
                    KEY_TOO_SHORT,
                    KEY_TOO_LONG,
                    SIGNATURE_STRONG,
                    NOT_FOR_SIGNING,
                    IS_AUTHORITY,
                    NOT_REVOKED,
                    REVOKED,
                    STATUS_OUTDATED,
                    STATUS_UNUSABLE,
                    OUT_OF_ORDER,
                    TOO_MANY,
                    TOO_LARGE ->
                    Optional.empty();
        };
    }
}
