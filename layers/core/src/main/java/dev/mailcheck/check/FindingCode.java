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
    SPF_RECORD_VALID(CheckId.SPF, PASS, REQUIRED, "RFC 7208, section 4.5"),
    SPF_RECORD_MISSING(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 3"),
    SPF_RECORD_LEADING_BLANK(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.5"),
    SPF_RECORD_NOT_RECOGNISED(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.5"),
    SPF_SECOND_RECORD_IGNORED(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 4.5"),
    SPF_SEVERAL_RECORDS(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.5"),
    SPF_SYNTAX_ERROR(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.6"),
    SPF_MECHANISM_AS_MODIFIER(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 6"),
    SPF_OBSOLETE_TYPE(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 3.1"),
    SPF_OBSOLETE_SENDER_ID(CheckId.SPF, WARN, REQUIRED, "RFC 4406"),
    SPF_LOOKUPS_WITHIN_LIMIT(CheckId.SPF, PASS, REQUIRED, "RFC 7208, section 4.6.4"),
    SPF_LOOKUPS_NEAR_LIMIT(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 4.6.4"),
    SPF_TOO_MANY_LOOKUPS(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.6.4"),
    SPF_LOOKUPS_DEPEND_ON_MAIL(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 7"),
    SPF_LOOKUPS_NOT_KNOWN(CheckId.SPF, UNDETERMINED, REQUIRED, "RFC 7208, section 2.6.6"),
    SPF_LOOP(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.6.4"),
    SPF_INCLUDE_WITHOUT_RECORD(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 5.2"),
    SPF_REDIRECT_WITHOUT_RECORD(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 6.1"),
    SPF_INCLUDED_RECORD_BROKEN(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 5.2"),
    SPF_INCLUDED_SEVERAL_RECORDS(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 5.2"),
    SPF_TOO_MANY_MX_HOSTS(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.6.4"),
    SPF_VOID_LOOKUPS_WITHIN_LIMIT(CheckId.SPF, PASS, REQUIRED, "RFC 7208, section 4.6.4"),
    SPF_TOO_MANY_VOID_LOOKUPS(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 4.6.4"),
    SPF_VOID_LOOKUPS_DEPEND_ON_MAIL(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 7"),
    SPF_VOID_LOOKUPS_NOT_KNOWN(CheckId.SPF, UNDETERMINED, REQUIRED, "RFC 7208, section 2.6.6"),
    SPF_TERM_LEADS_NOWHERE(CheckId.SPF, WARN, OPTIONAL, "RFC 7208, section 4.6.4"),
    SPF_ALL_STRICT(CheckId.SPF, PASS, REQUIRED, "RFC 7208, section 5.1"),
    SPF_ALL_SOFTFAIL_WITH_DMARC(CheckId.SPF, PASS, REQUIRED, "RFC 7208, section 5.1"),
    SPF_ALL_SOFTFAIL(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 5.1"),
    SPF_ALL_NEUTRAL(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 5.1"),
    SPF_ALL_MISSING(CheckId.SPF, WARN, REQUIRED, "RFC 7208, section 4.7"),
    SPF_ALL_PASSES_EVERYONE(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 5.1"),
    SPF_INCLUDE_PASSES_EVERYONE(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 5.2"),
    SPF_RANGE_TOO_WIDE(CheckId.SPF, FAIL, REQUIRED, "RFC 7208, section 5.6"),
    SPF_ALL_NOT_KNOWN(CheckId.SPF, UNDETERMINED, REQUIRED, "RFC 7208, section 2.6.6"),
    SPF_FORM_SOUND(CheckId.SPF, PASS, OPTIONAL, "RFC 7208, section 3.4"),
    SPF_ANSWER_TOO_LARGE(CheckId.SPF, WARN, OPTIONAL, "RFC 7208, section 3.4"),
    SPF_PTR_USED(CheckId.SPF, WARN, OPTIONAL, "RFC 7208, section 5.5"),
    SPF_TERMS_AFTER_ALL(CheckId.SPF, WARN, OPTIONAL, "RFC 7208, section 5.1"),
    SPF_REDIRECT_BESIDE_ALL(CheckId.SPF, WARN, OPTIONAL, "RFC 7208, section 6.1"),
    SPF_EXPLANATION_MISSING(CheckId.SPF, WARN, OPTIONAL, "RFC 7208, section 6.2"),

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
    DKIM_WILDCARD(CheckId.DKIM, NOT_APPLICABLE, OPTIONAL, "RFC 4592, section 2.1.1"),
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
    REVERSE_DNS_CONFIRMED(CheckId.REVERSE_DNS, PASS, REQUIRED, "RFC 8601, section 2.7.3"),
    REVERSE_DNS_GENERIC_NAME(CheckId.REVERSE_DNS, WARN, REQUIRED, "RFC 5321, section 4.1.4"),
    REVERSE_DNS_MX_WITHOUT_NAME(CheckId.REVERSE_DNS, WARN, REQUIRED, "RFC 1912, section 2.1"),
    REVERSE_DNS_MX_NOT_CONFIRMED(CheckId.REVERSE_DNS, WARN, REQUIRED, "RFC 8601, section 2.7.3"),
    REVERSE_DNS_ADDRESS_NOT_KNOWN(
            CheckId.REVERSE_DNS, UNDETERMINED, OPTIONAL, "RFC 8601, section 2.7.3"),
    REVERSE_DNS_NO_MAIL_HOST(CheckId.REVERSE_DNS, NOT_APPLICABLE, OPTIONAL, "RFC 7505, section 3"),

    // mx
    MX_NOT_KNOWN(CheckId.MX, UNDETERMINED, REQUIRED, "RFC 5321, section 5.1"),
    MX_PUBLISHED(CheckId.MX, PASS, REQUIRED, "RFC 5321, section 5.1"),
    MX_NULL(CheckId.MX, PASS, REQUIRED, "RFC 7505, section 3"),
    MX_NULL_BESIDE_OTHERS(CheckId.MX, FAIL, REQUIRED, "RFC 7505, section 3"),
    MX_IMPLICIT(CheckId.MX, WARN, REQUIRED, "RFC 5321, section 5.1"),
    MX_IMPLICIT_NOT_KNOWN(CheckId.MX, UNDETERMINED, REQUIRED, "RFC 5321, section 5.1"),
    MX_NONE(CheckId.MX, FAIL, REQUIRED, "RFC 5321, section 5.1"),
    MX_NOT_NEEDED(CheckId.MX, NOT_APPLICABLE, OPTIONAL, "RFC 7505, section 1"),
    MX_TARGETS_PUBLIC(CheckId.MX, PASS, REQUIRED, "RFC 5321, section 5.1"),
    MX_TARGET_IS_ADDRESS(CheckId.MX, FAIL, REQUIRED, "RFC 5321, section 5.1"),
    MX_TARGETS_NOT_PUBLIC(CheckId.MX, FAIL, REQUIRED, "RFC 1918, section 3"),
    MX_TARGETS_DEAD(CheckId.MX, FAIL, REQUIRED, "RFC 5321, section 5.1"),
    MX_TARGETS_NOT_KNOWN(CheckId.MX, UNDETERMINED, REQUIRED, "RFC 5321, section 5.1"),
    MX_TARGET_DEAD(CheckId.MX, WARN, RECOMMENDED, "RFC 1912, section 2.5"),
    MX_TARGET_NOT_PUBLIC(CheckId.MX, WARN, RECOMMENDED, "RFC 1918, section 3"),
    MX_TARGET_TWICE(CheckId.MX, WARN, RECOMMENDED, "RFC 5321, section 5.1"),
    MX_TARGET_IS_ALIAS(CheckId.MX, WARN, RECOMMENDED, "RFC 2181, section 10.3"),
    MX_TARGET_NOT_KNOWN(CheckId.MX, UNDETERMINED, OPTIONAL, "RFC 5321, section 5.1"),
    MX_TOO_MANY_TO_PROBE(CheckId.MX, NOT_APPLICABLE, OPTIONAL, "RFC 5321, section 5.1"),

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
    IPV6_TWO_NAME_SERVERS(CheckId.IPV6, PASS, RECOMMENDED, "RFC 3596, section 2.1"),
    IPV6_ONE_NAME_SERVER(CheckId.IPV6, WARN, RECOMMENDED, "RFC 3596, section 2.1"),
    IPV6_NO_NAME_SERVER(CheckId.IPV6, WARN, OPTIONAL, "RFC 3596, section 2.1"),
    IPV6_EVERY_MX(CheckId.IPV6, PASS, RECOMMENDED, "RFC 5321, section 5.2"),
    IPV6_SOME_MX(CheckId.IPV6, WARN, RECOMMENDED, "RFC 5321, section 5.2"),
    IPV6_NO_MX(CheckId.IPV6, WARN, OPTIONAL, "RFC 5321, section 5.2"),
    IPV6_MX_ANSWERS(CheckId.IPV6, PASS, RECOMMENDED, "RFC 5321, section 5.2"),
    IPV6_MX_DEAD(CheckId.IPV6, FAIL, RECOMMENDED, "RFC 5321, section 5.2"),
    IPV6_MX_REACH_NOT_KNOWN(CheckId.IPV6, UNDETERMINED, OPTIONAL, "RFC 5321, section 5.2"),
    IPV6_MX_NAME_SERVERS(CheckId.IPV6, PASS, RECOMMENDED, "RFC 3596, section 2.1"),
    IPV6_NO_MX_NAME_SERVER(CheckId.IPV6, WARN, OPTIONAL, "RFC 3596, section 2.1"),
    IPV6_PART_NOT_KNOWN(CheckId.IPV6, UNDETERMINED, OPTIONAL, "RFC 3596, section 2.1"),

    // dns
    DNS_NOT_KNOWN(CheckId.DNS, UNDETERMINED, RECOMMENDED, "RFC 1912, section 2.8"),
    DNS_DOMAIN_DOES_NOT_EXIST(CheckId.DNS, UNDETERMINED, REQUIRED, "RFC 8020, section 2"),
    DNS_ZONE_ABOVE(CheckId.DNS, NOT_APPLICABLE, OPTIONAL, "RFC 1034, section 4.2"),
    DNS_TWO_NAME_SERVERS(CheckId.DNS, PASS, RECOMMENDED, "RFC 1034, section 4.1"),
    DNS_ONE_NAME_SERVER(CheckId.DNS, WARN, RECOMMENDED, "RFC 1034, section 4.1"),
    DNS_NAME_SERVERS_IN_ONE_NETWORK(CheckId.DNS, WARN, RECOMMENDED, "RFC 2182, section 3.1"),
    DNS_NAME_SERVERS_AGREE(CheckId.DNS, PASS, RECOMMENDED, "RFC 1912, section 2.8"),
    DNS_NAME_SERVERS_DIFFER(CheckId.DNS, FAIL, RECOMMENDED, "RFC 1034, section 4.3.5"),
    DNS_LAME_NAME_SERVER(CheckId.DNS, FAIL, RECOMMENDED, "RFC 1912, section 2.8"),
    DNS_NAME_SERVER_WITHOUT_ADDRESS(CheckId.DNS, WARN, RECOMMENDED, "RFC 1912, section 2.8"),
    DNS_NAME_SERVER_NOT_PUBLIC(CheckId.DNS, WARN, RECOMMENDED, "RFC 1918, section 5"),
    DNS_DELEGATION_DIFFERS(CheckId.DNS, WARN, RECOMMENDED, "RFC 1034, section 4.2.2"),
    DNS_NAME_SERVER_NOT_KNOWN(CheckId.DNS, UNDETERMINED, OPTIONAL, "RFC 1912, section 2.8"),
    DNS_NAME_SERVERS_NOT_KNOWN(CheckId.DNS, UNDETERMINED, RECOMMENDED, "RFC 1912, section 2.8"),
    DNS_NAME_SERVERS_NOT_ASKED(CheckId.DNS, NOT_APPLICABLE, OPTIONAL, "RFC 1912, section 2.8"),
    DNS_SOA_SOUND(CheckId.DNS, PASS, RECOMMENDED, "RFC 1912, section 2.2"),
    DNS_SOA_RETRY_ABOVE_REFRESH(CheckId.DNS, WARN, RECOMMENDED, "RFC 1912, section 2.2"),
    DNS_SOA_EXPIRES_EARLY(CheckId.DNS, WARN, RECOMMENDED, "RFC 1912, section 2.2"),
    DNS_SOA_NEGATIVE_TTL_LONG(CheckId.DNS, WARN, RECOMMENDED, "RFC 2308, section 5"),
    DNS_TTL_SOUND(CheckId.DNS, PASS, RECOMMENDED, "RFC 1912, section 2.2"),
    DNS_TTL_SHORT(CheckId.DNS, WARN, RECOMMENDED, "RFC 1912, section 2.2"),
    DNS_TTL_LONG(CheckId.DNS, WARN, RECOMMENDED, "RFC 1912, section 2.2"),
    DNS_NO_MAIL_WILDCARD(CheckId.DNS, PASS, RECOMMENDED, "RFC 1912, section 2.7"),
    DNS_WILDCARD_MX(CheckId.DNS, WARN, RECOMMENDED, "RFC 1912, section 2.7"),
    DNS_WILDCARD_TXT(CheckId.DNS, WARN, OPTIONAL, "RFC 4592, section 2.1.1"),
    DNS_WILDCARD_ADDRESS(CheckId.DNS, NOT_APPLICABLE, OPTIONAL, "RFC 5321, section 5.1"),
    DNS_NO_ALIAS(CheckId.DNS, PASS, RECOMMENDED, "RFC 1912, section 2.4"),
    DNS_ALIAS(CheckId.DNS, WARN, RECOMMENDED, "RFC 1912, section 2.4"),
    DNS_EDNS_SPOKEN(CheckId.DNS, PASS, RECOMMENDED, "RFC 6891, section 6.1.1"),
    DNS_EDNS_MISSING(CheckId.DNS, WARN, RECOMMENDED, "RFC 6891, section 6.1.1"),
    DNS_PART_NOT_KNOWN(CheckId.DNS, UNDETERMINED, OPTIONAL, "RFC 1034, section 4.3.2"),
    DNS_RESOLVER_ANSWERS_DIFFERENTLY(CheckId.DNS, WARN, OPTIONAL, "RFC 2181, section 5.4.1"),
    DNS_RESOLVER_NOT_COMPARED(CheckId.DNS, UNDETERMINED, OPTIONAL, "RFC 2181, section 5.4.1"),
    DNS_PARKED(CheckId.DNS, PASS, REQUIRED, "RFC 7505, section 1"),
    DNS_PARKED_WITHOUT_NULL_MX(CheckId.DNS, WARN, REQUIRED, "RFC 7505, section 3"),
    DNS_PARKED_WITHOUT_SPF(CheckId.DNS, WARN, REQUIRED, "RFC 7208, section 10.1.2"),
    DNS_PARKED_SPF_PASSES_ALL(CheckId.DNS, FAIL, REQUIRED, "RFC 7208, section 5.1"),
    DNS_PARKED_WITHOUT_REJECT(CheckId.DNS, FAIL, REQUIRED, "RFC 9989, section 4.7"),
    DNS_PARKED_WITHOUT_KEY_WILDCARD(CheckId.DNS, WARN, OPTIONAL, "RFC 6376, section 3.6.1"),
    DNS_NULL_MX_BUT_SENDS(CheckId.DNS, WARN, REQUIRED, "RFC 7505, section 4.2");

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
