package dev.mailcheck.report;

import java.util.Set;

/**
 * What would tell where a check was run: the addresses and host names of our own side. They are
 * masked in every report; only a recording keeps them.
 */
public record Own(Set<String> addresses, Set<String> names) {
    public static final Own NOTHING = new Own(Set.of(), Set.of());

    public Own {
        addresses = Set.copyOf(addresses);
        names = Set.copyOf(names);
    }
}
