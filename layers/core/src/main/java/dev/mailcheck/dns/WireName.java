package dev.mailcheck.dns;

import org.xbill.DNS.Name;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Between our names and dnsjava's, which escape in their text what ours hold as it is. */
final class WireName {
    private static final int MAX_WIRE = 255;

    private WireName() {}

    /** The absolute name on the wire. */
    static Name of(DnsName name) {
        byte[] wire = new byte[name.isRoot() ? 1 : name.text().length() + 2];
        int at = 0;
        for (String label : name.isRoot() ? new String[0] : name.text().split("\\.")) {
            wire[at++] = (byte) label.length();
            for (byte b : label.getBytes(StandardCharsets.US_ASCII)) {
                wire[at++] = b;
            }
        }
        try {
            return new Name(wire);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Our form; empty where a label holds a dot or what is not printable ASCII. */
    static Optional<DnsName> parse(Name name) {
        StringBuilder text = new StringBuilder(MAX_WIRE);
        for (int i = 0; i < name.labels() - 1; i++) {
            byte[] label = name.getLabel(i);
            text.append(i == 0 ? "" : ".");
            for (int j = 1; j < label.length; j++) {
                if (label[j] == '.') {
                    return Optional.empty();
                }
                text.append((char) (label[j] & 0xff));
            }
        }
        return DnsName.parse(text.toString());
    }

    /** For data: our form, or else dnsjava's with its escapes; without final dot, root as a dot. */
    static String text(Name name) {
        return parse(name)
                .map(DnsName::toString)
                .orElseGet(() -> name.toString(true).toLowerCase(Locale.ROOT));
    }
}
