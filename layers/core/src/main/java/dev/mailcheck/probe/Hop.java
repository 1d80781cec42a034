package dev.mailcheck.probe;

/**
 * Whose mailbox a recipient of the relay probe seems to be, if only what stands behind the last at
 * sign counts. A host that takes any local part there proves nothing by taking the recipient.
 */
public enum Hop {
    /** The probe domain's: the address is as foreign as it looks. */
    FOREIGN,
    /** The checked domain's. */
    DOMAIN,
    /** The mail host's, by its name. */
    HOST,
    /** The mail host's, by its address in brackets. */
    LITERAL,
    /** Nobody's: there is no at sign, or none outside of quotes. */
    NONE
}
