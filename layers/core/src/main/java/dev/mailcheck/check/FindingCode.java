package dev.mailcheck.check;

import static dev.mailcheck.check.Level.OPTIONAL;
import static dev.mailcheck.check.Level.RECOMMENDED;
import static dev.mailcheck.check.Level.REQUIRED;
import static dev.mailcheck.check.Status.FAIL;
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

    // dmarc
    DMARC_NOT_KNOWN(CheckId.DMARC, UNDETERMINED, REQUIRED, "RFC 9989, section 4.10"),

    // reverse-dns
    REVERSE_DNS_NOT_KNOWN(CheckId.REVERSE_DNS, UNDETERMINED, REQUIRED, "RFC 8601, section 2.7.3"),

    // mx
    MX_NOT_KNOWN(CheckId.MX, UNDETERMINED, REQUIRED, "RFC 5321, section 5.1"),

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
