package dev.mailcheck.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds, from the top, the Received field with which the mail came to the trusted receiver from
 * outside. Above it there may be inner hops: hand-overs to the mailbox, filters on the same host,
 * relays of the same receiver. The first field that is neither ends the search: whoever wrote it
 * may have written all below it as well.
 */
final class HopFinder {
    private static final int MAX_HOPS = 30;

    private final TrustedReceivers trusted;
    private final List<HeaderField> fields;

    /** Of the uppermost fields, as far down as the search came. */
    private final List<Hop> read = new ArrayList<>();

    HopFinder(RawMail mail, TrustedReceivers trusted) {
        this.trusted = trusted;
        this.fields = mail.fields("Received").stream().limit(MAX_HOPS).toList();
    }

    private Hop hop(int index) {
        while (read.size() <= index) {
            HeaderField field = fields.get(read.size());
            Received received = Received.parse(field.rawValue());
            read.add(new Hop(received, field.position(), trusted.large(received)));
        }
        return read.get(index);
    }

    Hop.Search find() {
        int first = 0;
        while (first < fields.size() && !wrote(first) && isHandOver(received(first))) {
            first++;
        }
        Optional<String> top =
                read.stream().flatMap(hop -> hop.received().by().stream()).findFirst();
        boolean found = first < fields.size() && wrote(first);
        if (found) {
            return new Hop.FoundHop(hop(border(first)), top);
        }
        return new Hop.NoHop(
                top.isEmpty() ? Known.Reason.NO_RECEIVED_FIELD : Known.Reason.RECEIVER_NOT_TRUSTED,
                top);
    }

    /** From one trusted hop inward to the last that is still believed. */
    private int border(int from) {
        int at = from;
        int next = within(at);
        while (next > at) {
            at = next;
            next = within(at);
        }
        return at;
    }

    /** The trusted hop below, if this one only hands on inside of the receiver; else itself. */
    private int within(int at) {
        Hop hop = hop(at);
        if (hop.receiver().isPresent()) {
            Receiver receiver = hop.receiver().get();
            boolean inner = !receiver.isBorder(hop.received());
            boolean same = at + 1 < fields.size() && hop(at + 1).receiver().equals(hop.receiver());
            return inner && same ? at + 1 : at;
        }
        return isInner(hop.received()) ? nextTrusted(at) : at;
    }

    /** The next field, or the one after a filter on the same host, if trusted. */
    private int nextTrusted(int at) {
        int next = at + 1;
        if (isReception(next)) {
            return next;
        }
        boolean filter =
                isReception(next + 1)
                        && InnerAddress.isLoopback(received(at).ip().orElse(""))
                        && isOnSameHost(received(next));
        return filter ? next + 1 : at;
    }

    /**
     * Whether a trusted receiver took the mail there from anyone; a log-in is the sender's side.
     */
    private boolean isReception(int index) {
        return index < fields.size() && wrote(index) && !received(index).authenticated();
    }

    /** The client is this host, a host of a private network, or one of the trusted names. */
    private boolean isInner(Received received) {
        boolean nobody = received.ip().isEmpty();
        boolean inside = received.ip().filter(InnerAddress::isInner).isPresent();
        boolean named =
                received.rdns()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(trusted::isTrusted)
                        .isPresent();
        return nobody || inside || named;
    }

    private static boolean isOnSameHost(Received received) {
        String by = Receiver.by(received);
        return by.equals("localhost")
                || InnerAddress.isLoopback(by)
                || received.ip().filter(InnerAddress::isLoopback).isPresent();
    }

    /**
     * A step that no client from outside can take: delivery, fetching, a queue without a client,
     * from one inner host to another.
     */
    private static boolean isHandOver(Received received) {
        String with = received.with().orElse("").toUpperCase(Locale.ROOT);
        boolean delivery =
                with.startsWith("LMTP")
                        || with.startsWith("LOCAL")
                        || with.startsWith("IMAP")
                        || with.startsWith("POP3")
                        || with.equals("MAPI");
        return delivery
                || isBetweenInnerHosts(received)
                || (received.from().isEmpty() && received.ip().isEmpty());
    }

    /** A host with a name for inner use takes a mail from an inner address. */
    private static boolean isBetweenInnerHosts(Received received) {
        return received.ip().filter(InnerAddress::isInner).isPresent()
                && InnerAddress.isInnerName(Receiver.by(received));
    }

    private Received received(int index) {
        return hop(index).received();
    }

    private boolean wrote(int index) {
        return trusted.wrote(received(index), fields.get(index).rawValue());
    }
}
