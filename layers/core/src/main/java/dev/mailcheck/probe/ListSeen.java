package dev.mailcheck.probe;

import dev.mailcheck.dnsbl.ListKind;
import dev.mailcheck.dnsbl.ListReply;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What one list said: about its test points, which tell whether it works (RFC 5782, section 5), and
 * about the subjects of one kind.
 *
 * @param list its zone, with KEY in the place of a key
 * @param named whether the user named it
 * @param listedTest the reply to the point that must be listed
 * @param unlistedTest the reply to the point that must not be
 */
@Json
public record ListSeen(
        String list,
        boolean named,
        ListKind kind,
        ListReply listedTest,
        ListReply unlistedTest,
        List<ListEntry> entries) {
    public ListSeen {
        entries = List.copyOf(entries);
    }
}
