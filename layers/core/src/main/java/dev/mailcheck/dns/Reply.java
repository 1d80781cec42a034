package dev.mailcheck.dns;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/** What came back to a question. */
sealed interface Reply {
    /** An answer to this very question, with the code NOERROR or NXDOMAIN. Nobody may change it. */
    record Received(Message message) implements Reply {}

    /** Nothing that may be believed. */
    record Missing(DnsFailure reason, String detail) implements Reply {
        /** What a server said tells more than silence, silence more than a fault of our network. */
        Missing orBetter(@Nullable Missing earlier) {
            return earlier != null && earlier.weight() >= weight() ? earlier : this;
        }

        private int weight() {
            return switch (reason) {
                case SERVFAIL -> 4;
                case REFUSED -> 3;
                case MALFORMED -> 2;
                case TIMEOUT -> 1;
                case NETWORK, ALIAS_LOOP, QUOTA, DEADLINE -> 0;
            };
        }

        DnsAnswer.Failed failed() {
            return new DnsAnswer.Failed(reason, detail);
        }
    }
}
