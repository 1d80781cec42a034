package dev.mailcheck.dns;

import dev.mailcheck.dns.Parsed.Invalid;
import dev.mailcheck.dns.Parsed.Valid;
import dev.mailcheck.dns.Zone.Node;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parsed JSON of a zone file. The first fault ends it, told with its name and type. */
final class ZoneReader {
    private static final long TTL_SECONDS = 3600;

    private static final int MAX_TXT = 65_535;

    private final Map<DnsName, Node> nodes = new HashMap<>();

    /** A fault in the file, on its way up to {@link #read}. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String problem;

        Fault(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }
    }

    private ZoneReader() {}

    static Parsed<Zone> read(Map<String, ?> names) {
        ZoneReader reader = new ZoneReader();
        try {
            names.forEach(reader::readName);
            return new Valid<>(new Zone(reader.nodes));
        } catch (Fault fault) {
            return new Invalid<>(fault.problem);
        }
    }

    private void readName(String key, Object value) {
        DnsName name =
                DnsName.parse(key).orElseThrow(() -> new Fault(Shown.text(key) + " is not a name"));
        if (!(value instanceof Map<?, ?> fields)) {
            throw new Fault(name + ": must be an object of record types");
        }
        if (nodes.put(name, new NodeReader(name).read(fields)) != null) {
            throw new Fault(name + ": stands there twice");
        }
    }

    /** Reads what stands at one name. */
    private static final class NodeReader {
        private final DnsName name;
        private final Map<RecordType, List<DnsRecord>> records = new EnumMap<>(RecordType.class);
        private final Map<RecordType, DnsFailure> failures = new EnumMap<>(RecordType.class);
        private Optional<DnsFailure> failure = Optional.empty();
        private Optional<Security.State> security = Optional.empty();

        NodeReader(DnsName name) {
            this.name = name;
        }

        Node read(Map<?, ?> fields) {
            fields.forEach((field, value) -> readField(String.valueOf(field), value));
            return new Node(records, failures, failure, security);
        }

        private void readField(String field, Object value) {
            switch (field) {
                case "TIMEOUT" -> readFailure(DnsFailure.TIMEOUT, value);
                case "SERVFAIL" -> readFailure(DnsFailure.SERVFAIL, value);
                case "DNSSEC" -> security = Optional.of(word(value));
                default -> readRecords(field, value);
            }
        }

        private void readFailure(DnsFailure reason, Object value) {
            switch (value) {
                case Boolean every -> failure = every ? Optional.of(reason) : failure;
                case List<?> types ->
                        types.forEach(type ->
                                known(String.valueOf(type))
                                        .ifPresent(t -> failures.put(t, reason)));
                default -> throw fault(reason.name(), "must be true or a list of record types");
            }
        }

        private Security.State word(Object value) {
            return switch (String.valueOf(value)) {
                case "secure" -> Security.State.SECURE;
                case "insecure" -> Security.State.INSECURE;
                case "bogus" -> Security.State.BOGUS;
                default -> throw fault("DNSSEC", "must be secure, insecure or bogus");
            };
        }

        private void readRecords(String field, Object value) {
            if (!(value instanceof List<?> entries)) {
                throw fault(field, "must be a list");
            }
            Optional<RecordType> type = known(field);
            if (type.isPresent() && !entries.isEmpty()) {
                records.put(type.get(), entries.stream().map(e -> record(type.get(), e)).toList());
            }
        }

        /** The type of that name; empty for one that exists, but that no one here asks for. */
        private Optional<RecordType> known(String field) {
            for (RecordType type : RecordType.values()) {
                if (type.name().equals(field)) {
                    return Optional.of(type);
                }
            }
            if (!PresentationData.isType(field)) {
                throw fault(Shown.text(field), "is not a record type");
            }
            return Optional.empty();
        }

        private DnsRecord record(RecordType type, Object value) {
            return new DnsRecord(name, type, TTL_SECONDS, entry(type, value));
        }

        private String entry(RecordType type, Object value) {
            boolean text = type == RecordType.TXT || type == RecordType.SPF;
            if (text) {
                return bytes(type, text(type, value));
            }
            if (!(value instanceof String written)) {
                throw fault(type.name(), "must be a list of strings");
            }
            return switch (RecordData.parse(type, written)) {
                case Valid<String>(String parsed) -> parsed;
                case Invalid<String>(String problem) -> throw fault(type.name(), problem);
            };
        }

        private String text(RecordType type, Object value) {
            return switch (value) {
                case String whole -> whole;
                case List<?> strings -> joined(type, strings);
                default -> throw fault(type.name(), "must be a list of strings");
            };
        }

        private String joined(RecordType type, List<?> strings) {
            List<String> parts = new ArrayList<>();
            for (Object string : strings) {
                if (!(string instanceof String part)) {
                    throw fault(type.name(), "a list of character-strings holds something else");
                }
                parts.add(part);
            }
            return String.join("", parts);
        }

        private String bytes(RecordType type, String text) {
            if (text.length() > MAX_TXT) {
                throw fault(type.name(), "is longer than a record can be");
            }
            if (text.chars().anyMatch(c -> c > 0xff)) {
                throw fault(
                        type.name(), "holds a character above U+00FF; each stands for one byte");
            }
            return text;
        }

        private Fault fault(String field, String problem) {
            return new Fault(name + " " + field + ": " + problem);
        }
    }
}
