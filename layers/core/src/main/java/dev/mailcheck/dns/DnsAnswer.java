package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What the DNS said to one question: records, none, or nothing we may believe. The three are never
 * mixed: a failed question proves no absence.
 */
@Json(typeProperty = "answer")
@Json.SubType(type = DnsAnswer.Found.class, name = "found")
@Json.SubType(type = DnsAnswer.Absent.class, name = "absent")
@Json.SubType(type = DnsAnswer.Failed.class, name = "failed")
public sealed interface DnsAnswer {

    /**
     * Records of the asked type, never none.
     *
     * @param aliases the CNAME chain from the asked name to the owner of the records, without the
     *     asked name; empty where there is no alias
     */
    @Json
    record Found(List<DnsRecord> records, List<DnsName> aliases) implements DnsAnswer {
        public Found {
            records = List.copyOf(records);
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * No record of this type.
     *
     * @param nameExists false for NXDOMAIN (RFC 8020: nothing exists below either), true for NODATA
     */
    @Json
    record Absent(boolean nameExists, List<DnsName> aliases) implements DnsAnswer {
        public Absent {
            aliases = List.copyOf(aliases);
        }
    }

    /** No answer that can be believed. {@code detail} is ours, in English, for evidence only. */
    @Json
    record Failed(DnsFailure reason, String detail) implements DnsAnswer {}

    /** The records; none also where the question failed, so ask {@link #failed()} first. */
    default List<DnsRecord> records() {
        return this instanceof Found found ? found.records() : List.of();
    }

    /** The data of each record, in the answer's order. */
    default List<String> data() {
        List<DnsRecord> records = records();
        return switch (records.size()) {
            case 0 -> List.of();
            case 1 -> List.of(records.getFirst().data());
            default -> records.stream().map(DnsRecord::data).toList();
        };
    }

    /** The CNAME chain from the asked name; none also where the question failed. */
    default List<DnsName> aliasChain() {
        return switch (this) {
            case Found found -> found.aliases();
            case Absent absent -> absent.aliases();
            case Failed failed -> List.of();
        };
    }

    /** Why there is no answer; empty where there is one. */
    default Optional<DnsFailure> failure() {
        return this instanceof Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    /** True where it is not known whether such a record exists. */
    default boolean failed() {
        return this instanceof Failed;
    }

    /** True for NXDOMAIN only. */
    default boolean nameMissing() {
        return this instanceof Absent absent && !absent.nameExists();
    }
}
