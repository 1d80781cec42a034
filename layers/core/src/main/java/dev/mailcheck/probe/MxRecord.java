package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.IpLiteral;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data of an MX record (RFC 1035, section 3.3.9).
 *
 * @param exchange in lower case without final dot; the root is a dot
 */
public record MxRecord(int preference, String exchange) {
    private static final Pattern DATA = Pattern.compile("(\\d{1,5}) (\\S.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\[(?:ipv6:)?(.*)]");

    /** Those of an answer, best first; equal ones are all there. */
    public static List<MxRecord> of(DnsAnswer answer) {
        return answer.data().stream()
                .flatMap(data -> parse(data).stream())
                .sorted(
                        Comparator.comparingInt(MxRecord::preference)
                                .thenComparing(MxRecord::exchange))
                .toList();
    }

    private static Optional<MxRecord> parse(String data) {
        Matcher mx = DATA.matcher(data);
        return mx.matches()
                ? Optional.of(new MxRecord(Integer.parseInt(mx.group(1)), mx.group(2)))
                : Optional.empty();
    }

    /** "No mail here" (RFC 7505, section 3), if it stands alone. */
    public boolean isNull() {
        return exchange.equals(".");
    }

    /** An address where a host name must stand (RFC 5321, section 5.1). */
    public boolean isLiteral() {
        Matcher brackets = BRACKETS.matcher(exchange);
        return IpLiteral.parse(brackets.matches() ? brackets.group(1) : exchange).isPresent();
    }

    /** Empty where it cannot be asked for. */
    public Optional<DnsName> host() {
        return isNull() || isLiteral() ? Optional.empty() : DnsName.parse(exchange);
    }
}
