package dev.mailcheck.mtasts;

import java.util.List;

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
     */
    record Valid(Mode mode, long maxAge, List<String> mx) implements MtaStsPolicy {
        public Valid {
            mx = List.copyOf(mx);
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
