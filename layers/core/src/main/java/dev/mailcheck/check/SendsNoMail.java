package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;

import java.util.regex.Pattern;

/**
 * Whether a domain says that it sends no mail: by an SPF record that is exactly {@code v=spf1 -all}
 * (RFC 7208, section 10.1.2).
 */
final class SendsNoMail {
    private static final Pattern RECORD = Pattern.compile("(?i)v=spf1 +-all *");

    private SendsNoMail() {}

    /** By the TXT records at the domain. */
    static boolean isSaid(DnsAnswer atDomain) {
        return atDomain.data().stream().anyMatch(text -> RECORD.matcher(text).matches());
    }
}
