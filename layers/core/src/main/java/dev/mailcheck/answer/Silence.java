package dev.mailcheck.answer;

/**
 * Why a mail is not answered by mail (RFC 3834, sections 2 and 3; RFC 5321, section 4.5.5). Each is
 * counted under its name.
 */
public enum Silence {
    /** The null sender: a report about delivery, or another answer. */
    NULL_SENDER,
    /** The return path is no address. */
    SENDER_MALFORMED,
    /** It says that it comes from us. */
    FROM_US,
    /** It was sent through us before. */
    LOOP,
    /** It answers one of our answers. */
    ANSWERS_US,
    /** Header and envelope leave open who wrote it, or there are several. */
    AUTHOR_UNCLEAR,
    /** A program says that it made it (RFC 3834, section 5). */
    AUTO_SUBMITTED,
    /** It came by a mailing list (RFC 2369, RFC 2919). */
    LIST,
    /** Precedence says bulk, junk or list. */
    BULK,
    /** It asks not to be answered by programs. */
    ASKS_NOT_TO,
    /** It is a report about delivery or reading (RFC 3464, RFC 8098). */
    REPORT,
    /** Nobody reads at that address, or a program does. */
    ROBOT,
    /** It is not addressed to us: a blind copy, or sent on. */
    NOT_ADDRESSED_TO_US,
    /** It is addressed to many. */
    SEVERAL_RECIPIENTS,
    /** It is too complex to be read. */
    TOO_COMPLEX,
    /** Neither SPF nor DKIM vouch for its author, so an answer might go to somebody else. */
    NOT_AUTHENTICATED,
    /** Whether they do is not known just now. */
    AUTHENTICATION_NOT_KNOWN,
    /** The operator has switched answers off. */
    SWITCHED_OFF,
    /** The operator answers other domains only. */
    NOT_ALLOWED,
    /** This address or its domain had very many answers of late. */
    TOO_MANY,
    /** It was answered before. */
    ANSWERED_ALREADY;

    /** Whether the same mail may well be answered a little later. */
    public boolean passes() {
        return this == AUTHENTICATION_NOT_KNOWN;
    }
}
