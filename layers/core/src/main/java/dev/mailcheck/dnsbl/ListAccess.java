package dev.mailcheck.dnsbl;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * Which lists may be asked in a check.
 *
 * @param use who asks
 * @param keys the names of the variables whose keys are at hand; never a key itself
 */
@Json
public record ListAccess(ListUse use, List<String> keys) {
    /** As somebody at their own machine, without keys. */
    public static final ListAccess WITHOUT_KEYS = new ListAccess(ListUse.COMMAND_LINE, List.of());

    public ListAccess {
        keys = List.copyOf(keys);
    }
}
