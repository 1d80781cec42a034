package dev.mailcheck.message;

import java.util.List;
import java.util.Set;

/**
 * The mailboxes of an address field (RFC 5322, section 3.4), obsolete forms included. Any text is
 * read: what no standard allows is told, and where it is open whose address is meant, all are
 * given.
 */
public record AddressList(List<Mailbox> mailboxes, Set<Mark> marks) {
    /** What is special about how the addresses are written. */
    public enum Mark {
        /** It is no list of addresses by any standard. */
        MALFORMED,
        /** Programs will differ in whose address it is: two at signs, or blanks in the middle. */
        AMBIGUOUS,
        /** There is a group, with or without members (RFC 6854). */
        GROUP,
        /** A comment stands inside of an address. */
        COMMENT_IN_ADDRESS,
        /** An address has an obsolete route before it. */
        ROUTE,
        /** One entry holds several addresses, so that programs differ in which they show. */
        SEVERAL_ADDRESSES_IN_ONE,
        /** A control character, such as NUL, is in it. */
        CONTROL_CHARACTER,
        /** There are more addresses than are looked at. */
        CUT
    }

    /** Most mailboxes that are read of one field. */
    public static final int MAX_MAILBOXES = 1_000;

    /** Reads a raw value, in which a char is a byte. */
    public static AddressList parse(String value) {
        return new AddressReader(HeaderText.utf8(Unfolding.of(value))).read();
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }
}
