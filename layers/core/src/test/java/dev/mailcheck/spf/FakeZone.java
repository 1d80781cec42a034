package dev.mailcheck.spf;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ServerAnswer;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The DNS from a zone in the format of {@code --zone}; counts what it is asked. */
final class FakeZone implements Dns {
    private static final int MOST_ALIASES = 11;

    private final Map<String, Map<String, Object>> zone = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    @SuppressWarnings("unchecked")
    FakeZone(Map<String, Object> zone) {
        zone.forEach(
                (name, types) ->
                        this.zone.put(
                                name.toLowerCase(Locale.ROOT), (Map<String, Object>) types));
    }

    FakeZone() {
        this(Map.of());
    }

    FakeZone with(String name, String type, String... data) {
        zone.computeIfAbsent(name, any -> new TreeMap<>()).put(type, List.of(data));
        return this;
    }

    FakeZone failing(String name, String type, String failure) {
        zone.computeIfAbsent(name, any -> new TreeMap<>()).put(failure, List.of(type));
        return this;
    }

    /** Each question in its order, as "NAME TYPE". */
    List<String> asked() {
        return asked;
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        asked.add(name + " " + type);
        DnsAnswer answer = find(name, type);
        return () -> answer;
    }

    private DnsAnswer find(DnsName name, RecordType type) {
        List<DnsName> aliases = new ArrayList<>();
        DnsName owner = name;
        while (has(owner, "CNAME") && type != RecordType.CNAME) {
            owner = DnsName.of(entries(owner, "CNAME").getFirst());
            aliases.add(owner);
            if (aliases.size() > MOST_ALIASES) {
                return new DnsAnswer.Failed(DnsFailure.ALIAS_LOOP, "");
            }
        }
        return answer(owner, type, aliases);
    }

    private DnsAnswer answer(DnsName owner, RecordType type, List<DnsName> aliases) {
        if (!has(owner, type.name()) && fails(owner, type, "TIMEOUT")) {
            return new DnsAnswer.Failed(DnsFailure.TIMEOUT, "");
        }
        if (!has(owner, type.name()) && fails(owner, type, "SERVFAIL")) {
            return new DnsAnswer.Failed(DnsFailure.SERVFAIL, "");
        }
        List<DnsRecord> records =
                entries(owner, type.name()).stream()
                        .map(data -> new DnsRecord(owner, type, 3600, data))
                        .toList();
        return records.isEmpty()
                ? new DnsAnswer.Absent(exists(owner), aliases)
                : new DnsAnswer.Found(records, aliases);
    }

    private boolean exists(DnsName name) {
        return zone.keySet().stream()
                .anyMatch(n -> n.equals(name.text()) || n.endsWith("." + name.text()));
    }

    private boolean has(DnsName name, String type) {
        return zone.getOrDefault(name.text(), Map.of()).containsKey(type);
    }

    private boolean fails(DnsName name, RecordType type, String failure) {
        Object set = zone.getOrDefault(name.text(), Map.of()).get(failure);
        return Boolean.TRUE.equals(set)
                || (set instanceof List<?> types && types.contains(type.name()));
    }

    private List<String> entries(DnsName name, String type) {
        Object entries = zone.getOrDefault(name.text(), Map.of()).get(type);
        return entries instanceof List<?> list
                ? list.stream().map(entry -> text(entry, type)).toList()
                : List.of();
    }

    private static String text(Object entry, String type) {
        if (entry instanceof List<?> strings) {
            return String.join("", strings.stream().map(String::valueOf).toList());
        }
        String text = String.valueOf(entry);
        boolean dotted = !type.equals("TXT") && text.endsWith(".") && !text.endsWith(" .");
        return dotted
                ? text.substring(0, text.length() - 1).toLowerCase(Locale.ROOT)
                : text;
    }

    /** How many different questions were asked. */
    int differentQuestions() {
        Set<String> different = new HashSet<>(asked);
        return different.size();
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Supplier<ResolverKind> resolverKind() {
        throw new UnsupportedOperationException();
    }
}
