package dev.mailcheck.dnsbl;

import java.util.List;

/**
 * The lists of a check.
 *
 * @param asked the major ones first
 * @param withheld whose terms do not let this use ask them
 */
public record ListChoice(List<AskedList> asked, List<String> withheld) {
    public ListChoice {
        asked = List.copyOf(asked);
        withheld = List.copyOf(withheld);
    }
}
