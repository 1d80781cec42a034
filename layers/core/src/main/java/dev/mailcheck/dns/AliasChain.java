package dev.mailcheck.dns;

import java.util.ArrayList;
import java.util.List;

/** The aliases met on the way from a name to its records: at most eleven, and none twice. */
final class AliasChain {
    static final int MAX_ALIASES = 11;

    private final DnsName start;
    private final List<DnsName> aliases = new ArrayList<>();

    AliasChain(DnsName start) {
        this.start = start;
    }

    /** Where the chain leads so far. */
    DnsName end() {
        return aliases.isEmpty() ? start : aliases.getLast();
    }

    List<DnsName> aliases() {
        return List.copyOf(aliases);
    }

    /** False where this alias closes a circle or is one too many. */
    boolean add(DnsName target) {
        if (aliases.size() == MAX_ALIASES || target.equals(start) || aliases.contains(target)) {
            return false;
        }
        return aliases.add(target);
    }

    /** The answer where {@link #add} said no. */
    DnsAnswer.Failed loop() {
        return new DnsAnswer.Failed(
                DnsFailure.ALIAS_LOOP,
                start + ": the aliases are a circle or more than " + MAX_ALIASES);
    }
}
