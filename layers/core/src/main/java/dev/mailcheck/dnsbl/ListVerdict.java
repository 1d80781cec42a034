package dev.mailcheck.dnsbl;

import java.util.List;

/** What a list's reply means. Only {@link Listed} is a listing. */
public sealed interface ListVerdict {
    /** It knows nothing of the subject. */
    record NotListed() implements ListVerdict {}

    /**
     * It lists the subject.
     *
     * @param codes at least one, the heaviest first
     */
    record Listed(List<ReturnCode> codes) implements ListVerdict {
        public Listed {
            codes = List.copyOf(codes);
        }
    }

    /** An answer that says no to whoever asks: too many questions, no key, an open resolver. */
    record Refused(String answer) implements ListVerdict {}

    /** An address that no list answers with: a parked domain, or a resolver that makes it up. */
    record NotAList(String answer) implements ListVerdict {}

    /** A listing of which it is not known what it means. */
    record UnknownCode(String answer) implements ListVerdict {}

    /**
     * No answer came.
     *
     * @param reason a word of the message catalogue
     */
    record NotKnown(String reason) implements ListVerdict {}
}
