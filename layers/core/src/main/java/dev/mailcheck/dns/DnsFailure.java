package dev.mailcheck.dns;

/** Why a question has no answer: never the same as "no such record". */
public enum DnsFailure {
    /** No server answered in time. */
    TIMEOUT,
    /** The resolver answered SERVFAIL: it could not find out. */
    SERVFAIL,
    /** The resolver answered REFUSED, NOTIMP or FORMERR. */
    REFUSED,
    /** What came back was not an answer to the question. */
    MALFORMED,
    /** Aliases lead in a circle or are more than eleven. */
    ALIAS_LOOP,
    /** The check has asked as many questions as it may (300). */
    QUOTA,
    /** The network here gave an error, or the address may not be asked. */
    NETWORK,
    /** The check's deadline came first. */
    DEADLINE
}
