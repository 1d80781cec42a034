package dev.mailcheck.spf;

import java.util.Optional;

/** The dotted quad of RFC 7208, section 5.6 ("qnum": no leading zeros). */
final class Ipv4Text {
    private Ipv4Text() {}

    static Optional<IpAddress> parse(String text) {
        String[] parts = text.length() > 15 ? new String[0] : text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long number = 0;
        for (String part : parts) {
            int octet = Decimal.parse(part, 255);
            if (octet < 0) {
                return Optional.empty();
            }
            number = number << 8 | octet;
        }
        return Optional.of(IpAddress.v4(number));
    }

    static String format(long number) {
        return (number >> 24 & 255)
                + "."
                + (number >> 16 & 255)
                + "."
                + (number >> 8 & 255)
                + "."
                + (number & 255);
    }
}
