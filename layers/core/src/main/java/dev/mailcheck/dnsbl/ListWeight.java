package dev.mailcheck.dnsbl;

/** What a listing means for the mail of whoever is listed; the heaviest first. */
public enum ListWeight {
    /** So many receivers ask it that mail is refused. */
    MAJOR,
    /** Some receivers ask it, or only as one sign among many. */
    MINOR,
    /** The list doubts, or says that an owner who means no harm was abused by others. */
    GREY,
    /** No fault: addresses that should not send mail to others directly. */
    POLICY
}
