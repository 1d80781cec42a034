package dev.mailcheck.spf;

import java.time.Instant;

/**
 * What all records that one check_host() visits have in common: the mail, and the limits.
 *
 * @param now for the macro {@code t}
 * @param receiver our host name, for the macro {@code r}
 */
record Evaluation(
        SpfQuery query,
        Identity identity,
        Questions questions,
        ClientNames clientNames,
        Instant now,
        String receiver) {
    private static final int LONGEST_HELO = 512;

    /** The client's name; finding it is a look-up of its own (RFC 7208, section 4.6.4). */
    String clientName(String domain) {
        questions.spendLookup();
        return questions.tooManyLookups() ? "unknown" : clientNames.shown(domain);
    }

    String helo() {
        String helo = query.helo();
        return helo.length() <= LONGEST_HELO ? helo : helo.substring(0, LONGEST_HELO);
    }
}
