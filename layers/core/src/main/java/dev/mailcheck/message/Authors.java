package dev.mailcheck.message;

import io.avaje.jsonb.Json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who a mail says it is from (RFC 5322, section 3.6.2): the mailboxes of its From field, or of all
 * of them if it has several.
 *
 * @param domains of the mailboxes, each once, in lower case and A-labels
 */
@Json
public record Authors(
        int fields, List<Mailbox> mailboxes, List<String> domains, Set<Remark> remarks) {

    /** What a reader, or a program that shows one author, may be misled by. */
    public enum Remark {
        NO_FROM_FIELD,
        /** Programs differ in which one they show. */
        SEVERAL_FROM_FIELDS,
        SEVERAL_AUTHORS,
        GROUP,
        MALFORMED,
        /** It is open whose address it is; no domain is taken from it. */
        AMBIGUOUS,
        /** A mailbox has no domain, or one that can be none. */
        NO_DOMAIN,
        /** The display name holds an address of another domain than the mailbox has. */
        NAME_HOLDS_OTHER_ADDRESS,
        COMMENT_IN_ADDRESS,
        ROUTE,
        SEVERAL_ADDRESSES_IN_ONE,
        CONTROL_CHARACTER
    }

    /** Reads all From fields. */
    public static Authors of(RawMail mail) {
        List<HeaderField> from = mail.fields("From");
        EnumSet<Remark> remarks = EnumSet.noneOf(Remark.class);
        List<Mailbox> mailboxes = new ArrayList<>();
        for (HeaderField field : from) {
            AddressList list = AddressList.parse(field.rawValue());
            mailboxes.addAll(list.mailboxes());
            list.marks().forEach(mark -> remark(mark).ifPresent(remarks::add));
        }
        remark(from.size(), mailboxes, remarks);
        return new Authors(
                from.size(),
                List.copyOf(mailboxes),
                mailboxes.stream()
                        .flatMap(mailbox -> mailbox.domainName().stream())
                        .distinct()
                        .toList(),
                Collections.unmodifiableSet(remarks));
    }

    /**
     * The author domain (RFC 9989): empty where there is not exactly one From field with one
     * domain, however many mailboxes share it.
     */
    public Optional<String> domain() {
        boolean one =
                fields == 1
                        && domains.size() == 1
                        && !remarks.contains(Remark.NO_DOMAIN)
                        && !remarks.contains(Remark.AMBIGUOUS);
        return one ? Optional.of(domains.getFirst()) : Optional.empty();
    }

    private static void remark(int fields, List<Mailbox> mailboxes, Set<Remark> remarks) {
        add(fields == 0, Remark.NO_FROM_FIELD, remarks);
        add(fields > 1, Remark.SEVERAL_FROM_FIELDS, remarks);
        add(mailboxes.size() > 1, Remark.SEVERAL_AUTHORS, remarks);
        boolean unknown = mailboxes.stream().anyMatch(m -> m.domainName().isEmpty());
        add(unknown || mailboxes.isEmpty(), Remark.NO_DOMAIN, remarks);
        add(
                mailboxes.stream().anyMatch(DisplayName::holdsOtherAddress),
                Remark.NAME_HOLDS_OTHER_ADDRESS,
                remarks);
    }

    private static Optional<Remark> remark(AddressList.Mark mark) {
        return switch (mark) {
            case MALFORMED, CUT -> Optional.of(Remark.MALFORMED);
            case AMBIGUOUS -> Optional.of(Remark.AMBIGUOUS);
            case GROUP -> Optional.of(Remark.GROUP);
            case COMMENT_IN_ADDRESS -> Optional.of(Remark.COMMENT_IN_ADDRESS);
            case ROUTE -> Optional.of(Remark.ROUTE);
            case SEVERAL_ADDRESSES_IN_ONE -> Optional.of(Remark.SEVERAL_ADDRESSES_IN_ONE);
            case CONTROL_CHARACTER -> Optional.of(Remark.CONTROL_CHARACTER);
        };
    }

    private static void add(boolean seen, Remark remark, Set<Remark> remarks) {
        if (seen) {
            remarks.add(remark);
        }
    }
}
