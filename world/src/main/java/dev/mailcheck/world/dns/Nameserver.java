package dev.mailcheck.world.dns;

import java.util.List;

/**
 * An authoritative server of the world as a test states it. Without more it serves all zones whose
 * NS records lead to its address.
 *
 * @param zones zones it serves with other contents than the world's; the others stay
 * @param rules its faults, applied in this order
 */
public record Nameserver(List<Zone> zones, List<DnsRule> rules) {
    public Nameserver {
        zones = List.copyOf(zones);
        rules = List.copyOf(rules);
    }

    /** Returns a server without faults. */
    public static Nameserver sound() {
        return new Nameserver(List.of(), List.of());
    }

    /** Returns a server that knows nothing of the zones it is named for and answers REFUSED. */
    public static Nameserver lame() {
        return sound().with(DnsFault.refused());
    }

    /** Returns a server that never answers. */
    public static Nameserver silent() {
        return sound().with(DnsFault.silent());
    }

    /** Returns a server that serves this version of a zone instead of the world's. */
    public static Nameserver serving(Zone zone) {
        return new Nameserver(List.of(zone), List.of());
    }

    /** Returns this server with a fault in every answer. */
    public Nameserver with(DnsFault fault) {
        return when(QuestionMatch.any(), fault);
    }

    /** Returns this server with a fault in the answers to some questions. */
    public Nameserver when(QuestionMatch match, DnsFault fault) {
        return new Nameserver(zones, DnsRule.add(rules, match, fault));
    }
}
