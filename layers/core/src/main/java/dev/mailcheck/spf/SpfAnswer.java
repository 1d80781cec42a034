package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What the DNS said of one name that a term asks for.
 *
 * @param name of the host
 * @param data its addresses, of both families
 * @param reason for NOT_KNOWN, why; else empty
 */
@Json
public record SpfAnswer(String name, State state, List<String> data, String reason) {
    /** Whether the name leads anywhere. */
    public enum State {
        FOUND,
        /** Neither an IPv4 nor an IPv6 address, or no such name: a void look-up. */
        VOID,
        NOT_KNOWN
    }

    public SpfAnswer {
        data = List.copyOf(data);
    }

    static SpfAnswer empty(String name) {
        return new SpfAnswer(name, State.VOID, List.of(), "");
    }

    static SpfAnswer notKnown(String name, String reason) {
        return new SpfAnswer(name, State.NOT_KNOWN, List.of(), reason);
    }

    public boolean isVoid() {
        return state == State.VOID;
    }

    public boolean isNotKnown() {
        return state == State.NOT_KNOWN;
    }
}
