package dev.mailcheck.check;

import dev.mailcheck.dns.Security;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reason word for why an answer could not be validated. */
final class SecurityReason {
    private static final Pattern WORD = Pattern.compile("([A-Z][A-Z_0-9]+): .*");

    private static final Set<String> WORDS =
            Set.of(
                    "ALIAS_LOOP",
                    "BOGUS_NOT_CONFIRMED",
                    "DEADLINE",
                    "MALFORMED",
                    "NETWORK",
                    "QUOTA",
                    "REFUSED",
                    "RESOLVER_CHANGES_ANSWERS",
                    "SERVFAIL",
                    "TIMEOUT");

    private SecurityReason() {}

    static String of(Security unknown) {
        Matcher word = WORD.matcher(unknown.detail());
        return word.matches() && WORDS.contains(word.group(1)) ? word.group(1) : "DNSSEC_NOT_KNOWN";
    }
}
