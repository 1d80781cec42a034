package dev.mailcheck.dnsbl;

import dev.mailcheck.dnsbl.ListVerdict.Listed;
import dev.mailcheck.dnsbl.ListVerdict.NotAList;
import dev.mailcheck.dnsbl.ListVerdict.NotKnown;
import dev.mailcheck.dnsbl.ListVerdict.NotListed;
import dev.mailcheck.dnsbl.ListVerdict.Refused;
import dev.mailcheck.dnsbl.ListVerdict.UnknownCode;

/**
 * Whether a list answers us, by its test points (RFC 5782, section 5). What another one says means
 * nothing, good or bad.
 *
 * @param detail the answer that shows it, or why there is none; empty for a healthy list
 */
public record ListHealth(State state, String detail) {
    /** What a list does. */
    public enum State {
        /** The one test point is listed, the other is not. */
        HEALTHY,
        /** It says no to us. */
        REFUSES_US,
        /** The test point that must not be listed is. */
        LISTS_EVERYTHING,
        /** Something that is no list answers in its place. */
        NOT_A_LIST,
        /** It does not answer, or does not even know its own test point. */
        SILENT
    }

    private static final ListHealth HEALTHY = new ListHealth(State.HEALTHY, "");

    /** By what it said to the point that must be listed and to the other one. */
    public static ListHealth of(BlockList list, ListReply listed, ListReply unlisted) {
        return switch (list.read(unlisted)) {
            case NotListed() -> ofListed(list, listed);
            case Listed(var codes) -> everything(unlisted);
            case UnknownCode(var answer) -> everything(unlisted);
            case Refused(String answer) -> new ListHealth(State.REFUSES_US, answer);
            case NotAList(String answer) -> new ListHealth(State.NOT_A_LIST, answer);
            case NotKnown(String reason) -> new ListHealth(State.SILENT, reason);
        };
    }

    private static ListHealth ofListed(BlockList list, ListReply listed) {
        return switch (list.read(listed)) {
            case Listed(var codes) -> HEALTHY;
            case UnknownCode(var answer) -> HEALTHY;
            case NotListed() -> new ListHealth(State.SILENT, "NO_TEST_ENTRY");
            case Refused(String answer) -> new ListHealth(State.REFUSES_US, answer);
            case NotAList(String answer) -> new ListHealth(State.NOT_A_LIST, answer);
            case NotKnown(String reason) -> new ListHealth(State.SILENT, reason);
        };
    }

    private static ListHealth everything(ListReply unlisted) {
        return new ListHealth(State.LISTS_EVERYTHING, unlisted.addresses().getFirst());
    }

    public boolean isHealthy() {
        return state == State.HEALTHY;
    }
}
