package dev.mailcheck.message;

import dev.mailcheck.message.AddressList.Mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One entry of an address field while it is read: a name and an address, or an address alone. */
final class AddressEntry {
    private final StringBuilder outside = new StringBuilder();
    private final List<AddrSpec> inAngles = new ArrayList<>();
    private final AddrSpec bare = new AddrSpec();
    private AddrSpec current = bare;
    private String comment = "";
    private boolean unbalanced;

    boolean isInAngles() {
        return current != bare;
    }

    /** An address where the name of a group should be. */
    boolean holdsAddress() {
        return bare.hasDomain();
    }

    /** A route begins an address in angle brackets: {@code <@a,@b:c@d>}. */
    boolean isInRoute() {
        return isInAngles() && current.beginsWithAt();
    }

    void open() {
        unbalanced |= isInAngles();
        current = new AddrSpec();
        inAngles.add(current);
    }

    void close() {
        unbalanced |= !isInAngles();
        current = bare;
    }

    void comment(String text) {
        current.comment();
        comment = comment.isEmpty() ? text : comment;
    }

    void quoted(String text) {
        current.quoted(text);
        outside.append(isInAngles() ? "" : text);
    }

    void literal(String text) {
        current.literal(text);
        outside.append(isInAngles() ? "" : text);
    }

    void character(char c) {
        current.character(c);
        if (!isInAngles()) {
            outside.append(c);
        }
    }

    /** Adds the mailboxes of the entry; none if it is empty, as obsolete lists may be. */
    void finish(boolean group, List<Mailbox> mailboxes, Set<Mark> marks) {
        String name = EncodedWords.decode(outside.toString()).strip();
        if (!inAngles.isEmpty()) {
            for (AddrSpec address : inAngles) {
                add(name, address, group, mailboxes, marks);
            }
            mark(inAngles.size() > 1, Mark.SEVERAL_ADDRESSES_IN_ONE, marks);
            mark(inAngles.size() > 1 || unbalanced || isInAngles(), Mark.MALFORMED, marks);
            mark(bare.hasDomain(), Mark.MALFORMED, marks);
        } else if (!name.isEmpty()) {
            mark(unbalanced, Mark.MALFORMED, marks);
            add(EncodedWords.decode(comment).strip(), bare, group, mailboxes, marks);
        }
    }

    private static void add(
            String name,
            AddrSpec address,
            boolean group,
            List<Mailbox> mailboxes,
            Set<Mark> marks) {
        mark(address.hasComment(), Mark.COMMENT_IN_ADDRESS, marks);
        mark(address.hasRoute(), Mark.ROUTE, marks);
        mark(!address.isWellFormed(), Mark.MALFORMED, marks);
        mark(address.isAmbiguous(), Mark.AMBIGUOUS, marks);
        mailboxes.add(new Mailbox(name, address.localPart(), address.domain(), group));
    }

    private static void mark(boolean seen, Mark mark, Set<Mark> marks) {
        if (seen) {
            marks.add(mark);
        }
    }
}
