package dev.mailcheck.dns;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers from a zone file alone (contract, section 1, {@code --zone}); no packet is sent. A name
 * that is neither in it nor above a longer name in it does not exist; a type not in it has no data.
 * The word of DNSSEC holds for its name and those below, up to the next word. No nameserver can be
 * asked itself.
 */
public final class ZoneDns implements Dns {
    private final Zone zone;

    private ZoneDns(Zone zone) {
        this.zone = zone;
    }

    /** Reads the text of a zone file. */
    public static Parsed<ZoneDns> parse(String json) {
        try {
            Map<String, Object> names =
                    Jsonb.instance()
                            .<Map<String, Object>>type(Types.mapOf(Object.class))
                            .fromJson(json);
            return read(names);
        } catch (JsonException | IllegalStateException unreadable) {
            return new Parsed.Invalid<>("not a JSON object of names: " + firstLine(unreadable));
        }
    }

    /** Reads a zone that is already parsed: strings, lists, true, and maps of these. */
    public static Parsed<ZoneDns> read(Map<String, ?> names) {
        return ZoneReader.read(names).map(ZoneDns::new);
    }

    /**
     * A zone written in code, as {@code of(Map.of("example.com", Map.of("MX", List.of("0 ."))))};
     * one that cannot be read is the caller's bug.
     */
    public static ZoneDns of(Map<String, ? extends Map<String, ?>> names) {
        return read(names).orElseThrow();
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        DnsAnswer answer = follow(name, type);
        return () -> answer;
    }

    private DnsAnswer follow(DnsName name, RecordType type) {
        AliasChain chain = new AliasChain(name);
        while (true) {
            DnsName at = chain.end();
            Optional<DnsFailure> failure = zone.failure(at, type);
            if (failure.isPresent()) {
                return new DnsAnswer.Failed(failure.get(), at + " " + type + " in the zone file");
            }
            List<DnsRecord> records = zone.records(at, type);
            List<DnsRecord> alias = zone.records(at, RecordType.CNAME);
            if (!records.isEmpty()) {
                return new DnsAnswer.Found(records, chain.aliases());
            }
            if (alias.isEmpty()) {
                return new DnsAnswer.Absent(zone.exists(at), chain.aliases());
            }
            if (!chain.add(DnsName.of(alias.getFirst().data()))) {
                return chain.loop();
            }
        }
    }

    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        DnsAnswer none =
                new DnsAnswer.Failed(DnsFailure.NETWORK, "a zone file stands in for the network");
        return () -> ServerAnswer.of(none, false, false);
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        Security security =
                switch (follow(name, type)) {
                    case DnsAnswer.Found(var records, var aliases) -> weakest(name, aliases);
                    case DnsAnswer.Absent(var exists, var aliases) -> weakest(name, aliases);
                    case DnsAnswer.Failed(var reason, var detail) ->
                            Security.of(Security.State.UNKNOWN, reason + ": " + detail);
                };
        return () -> security;
    }

    private Security weakest(DnsName name, List<DnsName> aliases) {
        List<DnsName> chain = new ArrayList<>(List.of(name));
        chain.addAll(aliases);
        for (Security.State state : List.of(Security.State.BOGUS, Security.State.INSECURE)) {
            for (DnsName link : chain) {
                if (zone.security(link) == state) {
                    boolean bogus = state == Security.State.BOGUS;
                    return Security.of(state, bogus ? link + ": so says the zone file" : "");
                }
            }
        }
        return Security.of(Security.State.SECURE, "");
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        return () -> ResolverKind.UNKNOWN;
    }

    private static String firstLine(RuntimeException unreadable) {
        return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
    }
}
