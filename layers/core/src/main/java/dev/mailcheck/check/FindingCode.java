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

    // spf
    SPF_NOT_KNOWN(CheckId.SPF, UNDETERMINED, REQUIRED, "RFC 7208, section 2.6.6"),

    // dkim
    DKIM_NOT_KNOWN(CheckId.DKIM, UNDETERMINED, REQUIRED, "RFC 6376, section 6.1.2"),
    DKIM_NOT_SEEN(CheckId.DKIM, UNDETERMINED, REQUIRED, "RFC 6376, section 3.1"),
    DKIM_SELECTOR_NOT_KNOWN(CheckId.DKIM, UNDETERMINED, OPTIONAL, "RFC 6376, section 6.1.2"),
    DKIM_SENDS_NO_MAIL(CheckId.DKIM, NOT_APPLICABLE, REQUIRED, "RFC 7208, section 10.1.2"),
    DKIM_KEY_VALID(CheckId.DKIM, PASS, REQUIRED, "RFC 6376, section 3.6.1"),
    DKIM_TEST_MODE(CheckId.DKIM, WARN, REQUIRED, "RFC 6376, section 3.6.1"),
    DKIM_SEVERAL_RECORDS(CheckId.DKIM, WARN, REQUIRED, "RFC 6376, section 3.6.2.2"),
    DKIM_KEY_MISSING(CheckId.DKIM, FAIL, REQUIRED, "RFC 6376, section 6.1.2"),
    DKIM_KEY_AT_WRONG_NAME(CheckId.DKIM, FAIL, REQUIRED, "RFC 6376, section 3.6.2.1"),
    DKIM_KEY_REVOKED(CheckId.DKIM, FAIL, REQUIRED, "RFC 6376, section 3.6.1"),
    DKIM_KEY_UNUSABLE(CheckId.DKIM, FAIL, REQUIRED, "RFC 6376, section 3.6.1"),
    DKIM_REVOKED_KEY_SEEN(CheckId.DKIM, NOT_APPLICABLE, OPTIONAL, "RFC 6376, section 3.6.1"),
    DKIM_WILDCARD(CheckId.DKIM, NOT_APPLICABLE, OPTIONAL, "RFC 4592, section 3.3.1"),
    DKIM_KEY_STRONG(CheckId.DKIM, PASS, REQUIRED, "RFC 8301, section 3.2"),
    DKIM_RSA_BELOW_2048(CheckId.DKIM, WARN, REQUIRED, "RFC 8301, section 3.2"),
    DKIM_RSA_BELOW_1024(CheckId.DKIM, FAIL, REQUIRED, "RFC 8301, section 3.2"),
    DKIM_RSA_ABOVE_4096(CheckId.DKIM, WARN, REQUIRED, "RFC 8301, section 3.2"),
    DKIM_ED25519_ALONE(CheckId.DKIM, WARN, REQUIRED, "RFC 8463, section 6"),
    DKIM_SHA1_ONLY(CheckId.DKIM, FAIL, REQUIRED, "RFC 8301, section 3.1"),

    // dmarc
    DMARC_NOT_KNOWN(CheckId.DMARC, UNDETERMINED, REQUIRED, "RFC 9989, section 4.10"),
    DMARC_RECORD_VALID(CheckId.DMARC, PASS, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_RECORD_INHERITED(CheckId.DMARC, PASS, REQUIRED, "RFC 9989, section 4.10.1"),
    DMARC_RECORD_MISSING(CheckId.DMARC, FAIL, REQUIRED, "RFC 9989, section 4.10.1"),
    DMARC_RECORD_AT_DOMAIN(CheckId.DMARC, FAIL, REQUIRED, "RFC 9989, section 4.10"),
    DMARC_SEVERAL_RECORDS(CheckId.DMARC, FAIL, REQUIRED, "RFC 9989, section 4.10"),
    DMARC_VERSION_WRONG(CheckId.DMARC, FAIL, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_POLICY_UNUSABLE(CheckId.DMARC, FAIL, REQUIRED, "RFC 9989, section 4.10.1"),
    DMARC_POLICY_TAG_MISSING(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.10.1"),
    DMARC_POLICY_INVALID(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.10.1"),
    DMARC_TAG_ORDER(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.8"),
    DMARC_TAG_UNKNOWN(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_TAG_REMOVED(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_PCT_100(CheckId.DMARC, WARN, OPTIONAL, "RFC 9989, section 4.7"),
    DMARC_TAG_IGNORED(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_TAG_REPEATED(CheckId.DMARC, WARN, REQUIRED, "RFC 6376, section 3.2"),
    DMARC_REPORT_SIZE_LIMIT(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.8"),
    DMARC_POLICY_ENFORCED(CheckId.DMARC, PASS, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_POLICY_NONE(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_SUBDOMAINS_WEAKER(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_MISSING_NAMES_WEAKER(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_TESTING(CheckId.DMARC, WARN, REQUIRED, "RFC 9989, section 4.7"),
    DMARC_ORGANIZATION_FOUND(CheckId.DMARC, PASS, OPTIONAL, "RFC 9989, section 4.10.2"),
    DMARC_ORGANIZATION_NOT_KNOWN(CheckId.DMARC, UNDETERMINED, OPTIONAL, "RFC 9989, section 4.10.2"),
    DMARC_ONLY_PUBLIC_SUFFIX_POLICY(CheckId.DMARC, WARN, OPTIONAL, "RFC 9989, section 4.10.1"),
    DMARC_PSD_TAG(CheckId.DMARC, WARN, OPTIONAL, "RFC 9989, section 4.7"),
    DMARC_RUA_VALID(CheckId.DMARC, PASS, OPTIONAL, "RFC 9990, section 4"),
    DMARC_RUA_MISSING(CheckId.DMARC, WARN, OPTIONAL, "RFC 9989, section 4.7"),
    DMARC_RUA_MANY(CheckId.DMARC, WARN, OPTIONAL, "RFC 9990, section 3.5"),
    DMARC_REPORT_URI_MALFORMED(CheckId.DMARC, FAIL, OPTIONAL, "RFC 9989, section 4.8"),
    DMARC_REPORT_SCHEME_UNUSUAL(CheckId.DMARC, WARN, OPTIONAL, "RFC 9989, section 4.7"),
    DMARC_REPORT_NOT_AUTHORISED(CheckId.DMARC, WARN, OPTIONAL, "RFC 9990, section 4"),
    DMARC_REPORT_DOMAIN_WITHOUT_MAIL(CheckId.DMARC, WARN, OPTIONAL, "RFC 5321, section 5.1"),
    DMARC_REPORT_NOT_KNOWN(CheckId.DMARC, UNDETERMINED, OPTIONAL, "RFC 9990, section 4"),

    // reverse-dns
    REVERSE_DNS_NOT_KNOWN(CheckId.REVERSE_DNS, UNDETERMINED, REQUIRED, "RFC 8601, section 2.7.3"),

    // mx
    MX_NOT_KNOWN(CheckId.MX, UNDETERMINED, REQUIRED, "RFC 5321, section 5.1"),

    // tls-rpt
    TLS_RPT_NOT_KNOWN(CheckId.TLS_RPT, UNDETERMINED, RECOMMENDED, "RFC 8460, section 3"),
    TLS_RPT_RECORD_VALID(CheckId.TLS_RPT, PASS, RECOMMENDED, "RFC 8460, section 3"),
    TLS_RPT_ABSENT(CheckId.TLS_RPT, WARN, OPTIONAL, "RFC 8460, section 3"),
    TLS_RPT_RECORD_MALFORMED(CheckId.TLS_RPT, FAIL, RECOMMENDED, "RFC 8460, section 3"),
    TLS_RPT_SEVERAL_RECORDS(CheckId.TLS_RPT, FAIL, RECOMMENDED, "RFC 8460, section 3"),

    // bimi
    BIMI_NOT_KNOWN(
            CheckId.BIMI,
            UNDETERMINED,
            OPTIONAL,
            "draft-brand-indicators-for-message-identification"),
    BIMI_ABSENT(CheckId.BIMI, WARN, OPTIONAL, "draft-brand-indicators-for-message-identification"),
    BIMI_DECLINED(
            CheckId.BIMI,
            NOT_APPLICABLE,
            OPTIONAL,
            "draft-brand-indicators-for-message-identification"),
    BIMI_RECORD_VALID(
            CheckId.BIMI, PASS, OPTIONAL, "draft-brand-indicators-for-message-identification"),
    BIMI_RECORD_MALFORMED(
            CheckId.BIMI, WARN, OPTIONAL, "draft-brand-indicators-for-message-identification"),
    BIMI_SEVERAL_RECORDS(
            CheckId.BIMI, WARN, OPTIONAL, "draft-brand-indicators-for-message-identification"),
    BIMI_DMARC_ENFORCED(
            CheckId.BIMI, PASS, OPTIONAL, "draft-brand-indicators-for-message-identification"),
    BIMI_DMARC_NOT_ENFORCED(
            CheckId.BIMI, WARN, OPTIONAL, "draft-brand-indicators-for-message-identification"),
    BIMI_DMARC_NOT_KNOWN(
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
