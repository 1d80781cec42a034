package dev.mailcheck.dns;

import java.util.Optional;

/**
 * What somebody typed or pasted where a domain is asked for. Addresses, URLs, capitals, full-width
 * dots, a final dot and internationalised names become the {@link Domain} that is meant; where that
 * is open to doubt, nothing is guessed. No name is looked up.
 */
public sealed interface DomainInput {

    /**
     * A domain.
     *
     * @param note what it was taken from, to be said to the user
     */
    record Accepted(Domain domain, Optional<Note> note) implements DomainInput {}

    /**
     * No domain.
     *
     * @param shown what is wrong with it, fit to be shown: printable ASCII in quotes, cut
     */
    record Rejected(Problem problem, String shown) implements DomainInput {
        /** One line in English. */
        public String message() {
            return shown + ": " + problem.sentence();
        }
    }

    /** What a domain was taken from. */
    enum Note {
        ADDRESS("taken from a mail address"),
        URL("taken from a URL"),
        PORT("without the port"),
        INTERNATIONALISED("the A-label of that name");

        private final String sentence;

        Note(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Why a text is no domain. */
    enum Problem {
        EMPTY("no domain is given"),
        FORBIDDEN_CHARACTER("holds a character that no domain may hold"),
        INVISIBLE_CHARACTER("holds an invisible or direction-changing character"),
        AMBIGUOUS("more than one domain may be meant; give the domain alone"),
        IP_ADDRESS("an IP address is not a domain"),
        SINGLE_LABEL("a mail domain has at least two labels, as in example.com"),
        EMPTY_LABEL("two dots stand together, or one stands first"),
        LABEL_TOO_LONG("a label is longer than 63 characters"),
        TOO_LONG("longer than 253 characters"),
        MISPLACED_HYPHEN("a label begins or ends with a hyphen"),
        SPECIAL_USE("names below this top-level domain are not in the DNS"),
        MIXED_SCRIPTS("mixes letters of different scripts that look alike; give its A-label"),
        NOT_INTERNATIONALISED("not an internationalised domain name (IDNA, UTS 46)"),
        BAD_PORT("what follows the colon is no port");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Reads what was typed; of a long text only its first 2,000 characters. */
    static DomainInput read(String typed) {
        return switch (PastedText.host(typed)) {
            case PastedText.Host(String host, Optional<Note> note) -> HostName.read(host, note);
            case PastedText.NoHost(Rejected rejected) -> rejected;
        };
    }
}
