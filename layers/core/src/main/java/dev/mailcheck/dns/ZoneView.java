package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * Whose word on a domain's own zone is taken, the resolver's or that of the zone's own servers, and
 * why (contract, section 2).
 *
 * @param reason for {@code NOT_COMPARED}, why; else empty
 * @param delegation as the zones above give it; empty where it could not be followed
 * @param differences what the resolver says otherwise than all own servers that answered
 */
@Json
public record ZoneView(
        Whose whose, String reason, Optional<Delegation> delegation, List<Difference> differences) {
    static final String NOT_REACHED = "NAME_SERVERS_NOT_REACHED";

    public ZoneView {
        differences = List.copyOf(differences);
    }

    public enum Whose {
        /** One of the zone's own servers says the same. */
        RESOLVER,
        /** All that answered say otherwise: an inside view, or an old answer from a cache. */
        OWN_SERVERS,
        /** None of them could be asked, so the resolver's word must do. */
        NOT_COMPARED
    }

    /** What the resolver says, and what an own server says. */
    @Json
    public record Difference(DnsName name, RecordType type, DnsAnswer resolver, DnsAnswer own) {}

    public static ZoneView notCompared(String reason, Optional<Delegation> delegation) {
        return new ZoneView(Whose.NOT_COMPARED, reason, delegation, List.of());
    }
}
