package dev.mailcheck.message;

import dev.mailcheck.message.AddressList.Mark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads an address field in one pass: entries between commas, in groups or not. */
final class AddressReader {
    private static final Set<Mark> AMBIGUOUS = Set.of(Mark.MALFORMED, Mark.AMBIGUOUS);

    private final String text;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
    private AddressEntry entry = new AddressEntry();
    private boolean inGroup;

    AddressReader(String text) {
        this.text = text;
    }

    AddressList read() {
        int at = 0;
        while (at < text.length() && mailboxes.size() < AddressList.MAX_MAILBOXES) {
            at = take(text.charAt(at), at);
        }
        endEntry();
        if (at < text.length()) {
            marks.add(Mark.CUT);
        }
        if (mailboxes.isEmpty() && !marks.contains(Mark.GROUP)) {
            marks.add(Mark.MALFORMED);
        }
        return new AddressList(List.copyOf(mailboxes), Collections.unmodifiableSet(marks));
    }

    /** Takes what begins here and gives the place after it. */
    private int take(char c, int at) {
        return switch (c) {
            case '(' -> {
                int end = Quoted.endOfComment(text, at);
                entry.comment(text.substring(at + 1, Math.max(at + 1, end - 1)));
                yield end;
            }
            case '"' -> {
                int end = Quoted.endOfString(text, at);
                entry.quoted(Quoted.plain(text.substring(at + 1, Math.max(at + 1, end - 1))));
                yield end;
            }
            case '[' -> {
                int close = text.indexOf(']', at);
                int end = close < 0 ? at + 1 : close + 1;
                entry.literal(text.substring(at, end));
                yield end;
            }
            case '<' -> {
                entry.open();
                yield at + 1;
            }
            case '>' -> {
                entry.close();
                yield at + 1;
            }
            case ',', ';', ':' -> {
                separator(c);
                yield at + 1;
            }
            default -> character(c, at);
        };
    }

    private int character(char c, int at) {
        if ((c < ' ' && c != '\t') || c == 0x7f) {
            marks.add(Mark.CONTROL_CHARACTER);
            marks.addAll(AMBIGUOUS);
        }
        entry.character(c);
        return at + 1;
    }

    /** A comma, a colon or a semicolon: in a route they belong to the address. */
    private void separator(char c) {
        if (entry.isInRoute()) {
            entry.character(c);
        } else if (c == ':' && !entry.isInAngles() && !inGroup) {
            marks.add(Mark.GROUP);
            mark(entry.holdsAddress(), AMBIGUOUS);
            inGroup = true;
            entry = new AddressEntry();
        } else if (c == ':') {
            marks.add(Mark.MALFORMED);
            entry.character(c);
        } else {
            endEntry();
            mark(c == ';' && !inGroup, Set.of(Mark.MALFORMED));
            inGroup = inGroup && c == ',';
        }
    }

    private void mark(boolean seen, Set<Mark> found) {
        if (seen) {
            marks.addAll(found);
        }
    }

    private void endEntry() {
        entry.finish(inGroup, mailboxes, marks);
        entry = new AddressEntry();
    }
}
