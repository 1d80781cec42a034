package dev.mailcheck.spf;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.List;

/**
 * Asks the DNS for one evaluation and counts against its limits (RFC 7208, section 4.6.4): ten
 * terms, two void look-ups. Never more than 111 questions are asked: the first record, and ten
 * terms of one question and ten hosts each.
 */
final class Questions {
    static final int MOST_LOOKUPS = 10;
    static final int MOST_VOID_LOOKUPS = 2;
    static final int MOST_HOSTS = 10;
    private static final int MOST_QUESTIONS = 111;

    private static final DnsAnswer NO_SUCH_NAME = new DnsAnswer.Absent(false, List.of());
    private static final DnsAnswer NOT_ASKED =
            new DnsAnswer.Failed(DnsFailure.QUOTA, "111 questions for one SPF evaluation");

    /**
     * A question on its way.
     *
     * @param sent false where nothing was asked, so that its answer is not void
     */
    record Question(Lookup lookup, boolean sent) {
        DnsAnswer answer() {
            return lookup.answer();
        }
    }

    private final Dns dns;
    private int asked;
    private int lookups;
    private int voidLookups;

    Questions(Dns dns) {
        this.dns = dns;
    }

    /** Counts a term that asks the DNS. */
    void spendLookup() {
        lookups++;
    }

    boolean tooManyLookups() {
        return lookups > MOST_LOOKUPS;
    }

    boolean tooManyVoidLookups() {
        return voidLookups > MOST_VOID_LOOKUPS;
    }

    int lookups() {
        return lookups;
    }

    int voidLookups() {
        return voidLookups;
    }

    /** Starts a question; a text that is no DNS name is like a name that does not exist. */
    Question start(String name, RecordType type) {
        if (asked >= MOST_QUESTIONS) {
            return new Question(() -> NOT_ASKED, false);
        }
        return DnsName.parse(name)
                .filter(n -> !n.isRoot())
                .map(n -> start(n, type))
                .orElseGet(() -> new Question(() -> NO_SUCH_NAME, false));
    }

    private Question start(DnsName name, RecordType type) {
        asked++;
        return new Question(dns.ask(name, type), true);
    }

    /** Waits for the answer and counts it where it is void. */
    DnsAnswer take(Question question) {
        DnsAnswer answer = question.answer();
        if (answer instanceof DnsAnswer.Absent && question.sent()) {
            voidLookups++;
        }
        return answer;
    }

    DnsAnswer get(String name, RecordType type) {
        return take(start(name, type));
    }
}
