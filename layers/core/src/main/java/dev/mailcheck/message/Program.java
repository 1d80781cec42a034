package dev.mailcheck.message;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The mail program that wrote a Received field, as far as the field tells. */
record Program(String name, String host) {
    /** Programs that write a protocol other than SMTP, or a comment, for each encrypted hop. */
    private static final Set<String> TELL_TLS =
            Set.of(
                    "postfix",
                    "exim",
                    "haraka",
                    "opensmtpd",
                    "stalwart",
                    "james",
                    "communigate",
                    "mdaemon",
                    "ecelerity",
                    "halon",
                    "kumomta",
                    "kerio",
                    "chasquid",
                    "sendmail");

    static Program of(ReceivedClauses clauses) {
        String comments =
                String.join(" ", clauses.comments(Clause.BY, Clause.WITH)).toLowerCase(Locale.ROOT);
        Optional<String> host = clauses.word(Clause.BY);
        return new Program(comments, host.orElse("").toLowerCase(Locale.ROOT));
    }

    /** Whether plain SMTP written by it means that the hop was not encrypted. */
    boolean tellsTls() {
        return TELL_TLS.stream().anyMatch(name::contains)
                || host.equals("mx.google.com")
                || isSendmail();
    }

    /** Whether a name without HELO beside it was looked up, and looked up back. */
    boolean verifiesNames() {
        return name.contains("exim");
    }

    /** Sendmail writes its version and that of its configuration: 8.17.1/8.17.1. */
    private boolean isSendmail() {
        int slash = name.indexOf("/8.");
        return name.startsWith("8.") && slash > 0;
    }
}
