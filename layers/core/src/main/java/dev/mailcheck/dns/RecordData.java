package dev.mailcheck.dns;

import dev.mailcheck.dns.Parsed.Invalid;
import dev.mailcheck.dns.Parsed.Valid;
import dev.mailcheck.net.IpLiteral;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data of a record as a person writes it, brought to the one form of {@link DnsRecord#data}: so
 * a zone file, a "what if" record and the wire cannot be told apart. TXT is not read here: where
 * its strings begin and end depends on who writes.
 */
final class RecordData {
    private static final Pattern MX = Pattern.compile("(\\d{1,5})\\s+(\\S+)");
    private static final int MAX_PREFERENCE = 65_535;

    private RecordData() {}

    static Parsed<String> parse(RecordType type, String data) {
        String text = data.strip();
        return switch (type) {
            case A -> address(text, true);
            case AAAA -> address(text, false);
            case CNAME, NS, PTR -> name(text);
            case MX -> mx(text);
            case CAA, DNSKEY, DS, NSEC3PARAM, SOA, TLSA -> PresentationData.parse(type, text);
            case SPF, TXT -> new Valid<>(data);
        };
    }

    private static Parsed<String> address(String text, boolean v4) {
        Optional<InetAddress> address =
                IpLiteral.parse(text).filter(a -> v4 == a instanceof Inet4Address);
        return address.<Parsed<String>>map(a -> new Valid<>(IpLiteral.text(a)))
                .orElseGet(() ->
                        new Invalid<>(
                                (v4 ? "not an IPv4 address: " : "not an IPv6 address: ")
                                        + Shown.text(text)));
    }

    private static Parsed<String> name(String text) {
        return DnsName.parse(text)
                .filter(name -> !text.isEmpty())
                .<Parsed<String>>map(name -> new Valid<>(name.toString()))
                .orElseGet(() -> new Invalid<>("not a name: " + Shown.text(text)));
    }

    private static Parsed<String> mx(String text) {
        Matcher mx = MX.matcher(text.toLowerCase(Locale.ROOT));
        if (!mx.matches() || Integer.parseInt(mx.group(1)) > MAX_PREFERENCE) {
            return new Invalid<>(
                    "not a preference and a host (\"10 mx.example.\"): " + Shown.text(text));
        }
        int preference = Integer.parseInt(mx.group(1));
        return name(mx.group(2)).map(host -> preference + " " + host);
    }
}
