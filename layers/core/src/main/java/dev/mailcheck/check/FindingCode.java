package dev.mailcheck.check;

import static dev.mailcheck.check.Level.OPTIONAL;
import static dev.mailcheck.check.Level.RECOMMENDED;
import static dev.mailcheck.check.Level.REQUIRED;
import static dev.mailcheck.check.Status.FAIL;
import static dev.mailcheck.check.Status.NOT_APPLICABLE;
import static dev.mailcheck.check.Status.PASS;
import static dev.mailcheck.check.Status.UNDETERMINED;
import static dev.mailcheck.check.Status.WARN;

import java.util.Arrays;

/**
 * The one table of all that mailcheck can find: status, level and source of each code. A code is
 * stable for ever and has one meaning; the same fault with another weight is another code. Its
 * words are in {@code words/<check>.<language>.properties}, its page in docs/checks.
 *
 * <p>A code with status UNDETERMINED and level OPTIONAL is for one silent address or server beside
 * others that were judged: it shows without making the check UNDETERMINED.
 */
public enum FindingCode {
    // inbound-tls
    INBOUND_TLS_NOT_KNOWN(CheckId.INBOUND_TLS, UNDETERMINED, REQUIRED, "RFC 3207"),
    INBOUND_TLS_ADDRESS_NOT_KNOWN(CheckId.INBOUND_TLS, UNDETERMINED, OPTIONAL, "RFC 3207"),
    INBOUND_TLS_NO_MAIL_HOSTS(CheckId.INBOUND_TLS, NOT_APPLICABLE, REQUIRED, "RFC 7505, section 3"),
    INBOUND_TLS_STARTTLS_WORKS(CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 3207, section 4"),
    INBOUND_TLS_STARTTLS_MISSING(CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 3207, section 2"),
    INBOUND_TLS_STARTTLS_NOT_EVERYWHERE(CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 3207, section 2"),
    INBOUND_TLS_STARTTLS_REFUSED(CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 3207, section 4"),
    INBOUND_TLS_HANDSHAKE_FAILED(CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 3207, section 4.1"),
    INBOUND_TLS_PLAINTEXT_BEFORE_HANDSHAKE(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 3207, section 6"),
    INBOUND_TLS_VERSION_MODERN(CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 9325, section 3.1.1"),
    INBOUND_TLS_VERSION_TOO_OLD(CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 8996"),
    INBOUND_TLS_CIPHER_STRONG(CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 9325, section 4.2"),
    INBOUND_TLS_CIPHER_WEAK(CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 9325, section 4.1"),
    INBOUND_TLS_KEY_EXCHANGE_STRONG(CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 9325, section 4.5"),
    INBOUND_TLS_DH_GROUP_SHORT(CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 7919"),
    INBOUND_TLS_DH_GROUP_TOO_SHORT(CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 7919"),
    INBOUND_TLS_NO_EXTENDED_MASTER_SECRET(CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 7627"),
    INBOUND_TLS_RENEGOTIATION_INSECURE(
            CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 9325, section 3.5"),
    INBOUND_TLS_CERTIFICATE_NAME_MATCHES(
            CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 9525, section 6.3"),
    INBOUND_TLS_CERTIFICATE_NAME_MISMATCH(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 9525, section 6.3"),
    INBOUND_TLS_CERTIFICATE_TRUSTED(CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 5280, section 6.1"),
    INBOUND_TLS_CERTIFICATE_SELF_SIGNED(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 5280, section 6.1"),
    INBOUND_TLS_CERTIFICATE_CHAIN_INCOMPLETE(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 8446, section 4.4.2"),
    INBOUND_TLS_CERTIFICATE_UNTRUSTED(CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 5280, section 6.1"),
    INBOUND_TLS_CERTIFICATE_TRUST_NOT_KNOWN(
            CheckId.INBOUND_TLS, UNDETERMINED, OPTIONAL, "RFC 5280, section 6.1"),
    INBOUND_TLS_CERTIFICATE_DATES_GOOD(
            CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 5280, section 4.1.2.5"),
    INBOUND_TLS_CERTIFICATE_EXPIRES_SOON(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 5280, section 4.1.2.5"),
    INBOUND_TLS_CERTIFICATE_EXPIRED(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 5280, section 4.1.2.5"),
    INBOUND_TLS_CERTIFICATE_NOT_YET_VALID(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 5280, section 4.1.2.5"),
    INBOUND_TLS_CERTIFICATE_KEY_STRONG(
            CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 9325, section 4.5"),
    INBOUND_TLS_CERTIFICATE_KEY_SHORT(CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 9325, section 4.5"),
    INBOUND_TLS_CERTIFICATE_KEY_TOO_SHORT(
            CheckId.INBOUND_TLS, FAIL, REQUIRED, "RFC 9325, section 4.5"),
    INBOUND_TLS_CERTIFICATE_KEY_TOO_LONG(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 9325, section 4.5"),
    INBOUND_TLS_CERTIFICATE_SIGNATURE_STRONG(
            CheckId.INBOUND_TLS, PASS, REQUIRED, "RFC 9325, section 4.5"),
    INBOUND_TLS_CERTIFICATE_SIGNATURE_WEAK(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 9325, section 4.5"),
    INBOUND_TLS_CERTIFICATE_NOT_FOR_SERVERS(
            CheckId.INBOUND_TLS, WARN, REQUIRED, "RFC 5280, section 4.2.1.12"),
    INBOUND_TLS_CERTIFICATE_IS_AUTHORITY(
            CheckId.INBOUND_TLS, WARN, OPTIONAL, "RFC 5280, section 4.2.1.9"),
    INBOUND_TLS_CERTIFICATE_CHAIN_OUT_OF_ORDER(
            CheckId.INBOUND_TLS, WARN, OPTIONAL, "RFC 8446, section 4.4.2"),
    INBOUND_TLS_CERTIFICATE_CHAIN_TOO_LONG(
            CheckId.INBOUND_TLS, WARN, OPTIONAL, "RFC 8446, section 4.4.2"),

    // spf
    SPF_NOT_KNOWN(CheckId.SPF, UNDETERMINED, REQUIRED, "RFC 7208, section 2.6.6"),

    // dkim
    DKIM_NOT_KNOWN(CheckId.DKIM, UNDETERMINED, REQUIRED, "RFC 6376, section 6.1.2"),

    // dmarc
    DMARC_NOT_KNOWN(CheckId.DMARC, UNDETERMINED, REQUIRED, "RFC 9989, section 4.10"),

    // reverse-dns
    REVERSE_DNS_NOT_KNOWN(CheckId.REVERSE_DNS, UNDETERMINED, REQUIRED, "RFC 8601, section 2.7.3"),

    // mx
    MX_NOT_KNOWN(CheckId.MX, UNDETERMINED, REQUIRED, "RFC 5321, section 5.1"),
    MX_CONNECT_NOT_KNOWN(CheckId.MX, UNDETERMINED, REQUIRED, "RFC 5321, section 3.1"),
    MX_CONNECT_ADDRESS_NOT_KNOWN(CheckId.MX, UNDETERMINED, OPTIONAL, "RFC 5321, section 3.1"),
    MX_CONNECT_NOT_TESTED(CheckId.MX, UNDETERMINED, OPTIONAL, "RFC 5321, section 3.1"),
    MX_CONNECT_WORKS(CheckId.MX, PASS, REQUIRED, "RFC 5321, section 3.1"),
    MX_CONNECT_SLOW(CheckId.MX, WARN, REQUIRED, "RFC 5321, section 4.5.3.2.1"),
    MX_CONNECT_ADDRESS_REFUSES(CheckId.MX, WARN, REQUIRED, "RFC 5321, section 5.1"),
    MX_CONNECT_REFUSED_EVERYWHERE(CheckId.MX, FAIL, REQUIRED, "RFC 5321, section 5.1"),
    MX_CONNECT_NO_MAIL_HERE(CheckId.MX, FAIL, REQUIRED, "RFC 7504"),
    MX_CONNECT_BACKUP_NO_MAIL_HERE(CheckId.MX, WARN, REQUIRED, "RFC 7504"),
    MX_SMTPUTF8_OFFERED(CheckId.MX, PASS, OPTIONAL, "RFC 6531, section 3.1"),
    MX_SMTPUTF8_NOT_OFFERED(CheckId.MX, NOT_APPLICABLE, OPTIONAL, "RFC 6531, section 3.1"),
    MX_REQUIRETLS_OFFERED(CheckId.MX, PASS, OPTIONAL, "RFC 8689, section 2"),
    MX_REQUIRETLS_NOT_OFFERED(CheckId.MX, NOT_APPLICABLE, OPTIONAL, "RFC 8689, section 2"),
    MX_8BITMIME_OFFERED(CheckId.MX, PASS, OPTIONAL, "RFC 6152"),
    MX_8BITMIME_NOT_OFFERED(CheckId.MX, NOT_APPLICABLE, OPTIONAL, "RFC 6152"),
    MX_VRFY_SAFE(CheckId.MX, PASS, OPTIONAL, "RFC 5321, section 3.5.3"),
    MX_VRFY_EXPOSES_USERS(CheckId.MX, WARN, OPTIONAL, "RFC 5321, section 7.3"),
    MX_BANNER_GOOD(CheckId.MX, PASS, OPTIONAL, "RFC 5321, section 3.1"),
    MX_BANNER_SHOWS_VERSION(CheckId.MX, WARN, OPTIONAL, "RFC 5321, section 7.5"),
    MX_BANNER_WITHOUT_HOST_NAME(CheckId.MX, WARN, OPTIONAL, "RFC 5321, section 4.2"),
    MX_POSTMASTER_ACCEPTED(CheckId.MX, PASS, OPTIONAL, "RFC 5321, section 4.5.1"),
    MX_POSTMASTER_REFUSED(CheckId.MX, FAIL, OPTIONAL, "RFC 5321, section 4.5.1"),
    MX_POSTMASTER_NOT_KNOWN(CheckId.MX, UNDETERMINED, OPTIONAL, "RFC 5321, section 4.5.1"),
    MX_ABUSE_ACCEPTED(CheckId.MX, PASS, OPTIONAL, "RFC 2142"),
    MX_ABUSE_REFUSED(CheckId.MX, WARN, OPTIONAL, "RFC 2142"),
    MX_CAA_SOUND(CheckId.MX, PASS, OPTIONAL, "RFC 8659, section 4"),
    MX_CAA_ABSENT(CheckId.MX, PASS, OPTIONAL, "RFC 8659, section 3"),
    MX_CAA_MALFORMED(CheckId.MX, WARN, OPTIONAL, "RFC 8659, section 4.1"),
    MX_CAA_NOT_KNOWN(CheckId.MX, UNDETERMINED, OPTIONAL, "RFC 8659, section 3"),

    // tls-rpt
    TLS_RPT_NOT_KNOWN(CheckId.TLS_RPT, UNDETERMINED, RECOMMENDED, "RFC 8460, section 3"),
    TLS_RPT_RECORD_VALID(CheckId.TLS_RPT, PASS, RECOMMENDED, "RFC 8460, section 3"),
    TLS_RPT_ABSENT(CheckId.TLS_RPT, WARN, OPTIONAL, "RFC 8460, section 3"),

    // bimi
    BIMI_NOT_KNOWN(
            CheckId.BIMI,
            UNDETERMINED,
            OPTIONAL,
            "draft-brand-indicators-for-message-identification"),

    // ipv6
    IPV6_NOT_KNOWN(CheckId.IPV6, UNDETERMINED, RECOMMENDED, "RFC 3596"),

    // dns
    DNS_NOT_KNOWN(CheckId.DNS, UNDETERMINED, RECOMMENDED, "RFC 1912, section 2.8"),
    DNS_DOMAIN_DOES_NOT_EXIST(CheckId.DNS, UNDETERMINED, REQUIRED, "RFC 8020, section 2");

    private final CheckId check;
    private final Status status;
    private final Level level;
    private final String reference;

    FindingCode(CheckId check, Status status, Level level, String reference) {
        this.check = check;
        this.status = status;
        this.level = level;
        this.reference = reference;
    }

    public CheckId check() {
        return check;
    }

    public Status status() {
        return status;
    }

    public Level level() {
        return level;
    }

    /** "RFC 7208, section 4.6.4", or the name of another published rule. */
    public String reference() {
        return reference;
    }

    /** The code of a check's "could not be judged at all". */
    public static FindingCode notKnown(CheckId check) {
        return Arrays.stream(values())
                .filter(code -> code.name().equals(check.prefix() + "NOT_KNOWN"))
                .findFirst()
                .orElseThrow();
    }
}
