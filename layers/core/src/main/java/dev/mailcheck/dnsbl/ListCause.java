package dev.mailcheck.dnsbl;

/** Why a list lists; the names are reason words of the message catalogue. */
public enum ListCause {
    /** Spam came from there, or its links led there. */
    LISTED_SPAM,
    /** A machine that was taken over, an open proxy, an attacker. */
    LISTED_EXPLOIT,
    /** A bad reputation, worked out from many signs. */
    LISTED_REPUTATION,
    /** An address that should not send mail to others directly. */
    LISTED_POLICY,
    LISTED_PHISHING,
    LISTED_MALWARE,
    /** An honest site or service that others misuse. */
    LISTED_ABUSED,
    /** The list gives no cause that we know. */
    LISTED_WITHOUT_CAUSE
}
