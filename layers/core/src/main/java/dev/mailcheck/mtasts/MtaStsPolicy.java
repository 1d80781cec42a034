package dev.mailcheck.mtasts;

import java.util.List;
import java.util.Locale;

/**
 * The policy that a domain serves at {@code https://mta-sts.DOMAIN/.well-known/mta-sts.txt} (RFC
 * 8461, section 3.2). It reads the text; how it was fetched is another question.
 */
public sealed interface MtaStsPolicy {
    /** What senders do where a host does not meet the policy. */
    enum Mode {
        ENFORCE,
        TESTING,
        NONE
    }

    /**
     * A policy senders can use.
     *
     * @param maxAge seconds; may be more than the RFC's 31557600
     * @param mx patterns in lower case, each a host name or {@code *.} and a domain
     * @param repeated fields that may stand once and stand more often; the first counts
     * @param unknown fields that senders pass over, the first ten
     */
    record Valid(
            Mode mode, long maxAge, List<String> mx, List<String> repeated, List<String> unknown)
            implements MtaStsPolicy {
        public Valid {
            mx = List.copyOf(mx);
            repeated = List.copyOf(repeated);
            unknown = List.copyOf(unknown);
        }

        /** A wildcard stands for exactly one label, the leftmost (RFC 8461, section 4.1). */
        public boolean matches(String host) {
            String name = host.toLowerCase(Locale.ROOT);
            String anySibling = "*" + name.substring(Math.max(0, name.indexOf('.')));
            return mx.contains(name) || mx.contains(anySibling);
        }
    }

    /**
     * A policy senders cannot use, so that they keep the one they had.
     *
     * @param reason a reason word
     * @param line the line it is about; empty where one is missing
     */
    record Malformed(String reason, String line) implements MtaStsPolicy {}

    static MtaStsPolicy parse(String text) {
        return MtaStsPolicyReader.read(text);
    }
}
