package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.IpLiteral;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose a host is, guessed from its name: the last two labels, or three below a country's "co",
 * "com" and the like. A wrong guess makes strangers one operator, or one operator two.
 */
final class Operator {
    private static final Pattern REGISTRY =
            Pattern.compile(
                    "(?:ac|ad|co|com|ed|edu|go|gob|gouv|gov|gr|lg|ne|net|nom|or|org)\\.[a-z]{2}");

    private Operator() {}

    /** Whether two hosts have one; never where one of the two is an address. */
    static boolean isOne(String host, String other) {
        Optional<DnsName> one = of(host);
        return one.isPresent() && one.equals(of(other));
    }

    private static Optional<DnsName> of(String host) {
        return DnsName.parse(host)
                .filter(name -> IpLiteral.parse(host).isEmpty())
                .map(name ->
                        name.rightmost(
                                REGISTRY.matcher(name.rightmost(2).text()).matches() ? 3 : 2));
    }
}
