package dev.mailcheck.dns;

import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.DnsAnswer.Found;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Another DNS as it would be with these records published: in place of the live ones of their name
 * and type, all else as it is. A name that has one exists, and so do the names above it. How secure
 * an answer is stays the live zone's word: a signed zone would sign the record as well.
 */
public final class WithDns implements Dns {
    private static final long TTL_SECONDS = 3600;

    private final Dns live;
    private final Map<DnsName, List<WhatIf>> records = new TreeMap<>();
    private final Set<DnsName> existing = new HashSet<>();

    public WithDns(Dns live, List<WhatIf> records) {
        this.live = live;
        for (WhatIf record : records) {
            this.records.computeIfAbsent(record.name(), name -> new ArrayList<>()).add(record);
            for (DnsName above = record.name(); existing.add(above); ) {
                above = above.parent();
            }
        }
    }

    @Override
    public Lookup ask(DnsName name, RecordType type) {
        Step step = step(new AliasChain(name), type);
        return () -> finish(step, type);
    }

    /** As far as "what if" records lead: to an answer, or to a question to the live DNS. */
    private sealed interface Step {
        record Answered(DnsAnswer answer) implements Step {}

        record Asked(AliasChain chain, Lookup lookup) implements Step {}
    }

    private Step step(AliasChain chain, RecordType type) {
        while (true) {
            DnsName name = chain.end();
            List<DnsRecord> found = published(name, type);
            Optional<DnsName> alias = alias(name);
            if (!found.isEmpty()) {
                return new Step.Answered(new Found(found, chain.aliases()));
            }
            if (alias.isEmpty()) {
                return new Step.Asked(chain, live.ask(name, type));
            }
            if (!chain.add(alias.get())) {
                return new Step.Answered(chain.loop());
            }
        }
    }

    private DnsAnswer finish(Step step, RecordType type) {
        return switch (step) {
            case Step.Answered(DnsAnswer answer) -> answer;
            case Step.Asked(AliasChain chain, Lookup lookup) ->
                    switch (lookup.answer()) {
                        case Found found -> found(chain, found, type);
                        case Absent absent -> absent(chain, absent, type);
                        case Failed failed -> failed;
                    };
        };
    }

    private DnsAnswer found(AliasChain chain, Found found, RecordType type) {
        return redirected(chain, found.aliases(), type)
                .orElseGet(() -> new Found(found.records(), chain.aliases()));
    }

    private DnsAnswer absent(AliasChain chain, Absent absent, RecordType type) {
        return redirected(chain, absent.aliases(), type)
                .orElseGet(() ->
                        new Absent(
                                absent.nameExists() || existing.contains(chain.end()),
                                chain.aliases()));
    }

    /** Walks the live aliases; the answer where one of them has a "what if" record. */
    private Optional<DnsAnswer> redirected(
            AliasChain chain, List<DnsName> aliases, RecordType type) {
        for (DnsName alias : aliases) {
            if (!chain.add(alias)) {
                return Optional.of(chain.loop());
            }
            if (!published(alias, type).isEmpty() || alias(alias).isPresent()) {
                return Optional.of(finish(step(chain, type), type));
            }
        }
        return Optional.empty();
    }

    private List<DnsRecord> published(DnsName name, RecordType type) {
        return records.getOrDefault(name, List.of()).stream()
                .filter(record -> record.type() == type)
                .map(record -> new DnsRecord(name, type, TTL_SECONDS, record.data()))
                .toList();
    }

    private Optional<DnsName> alias(DnsName name) {
        return published(name, RecordType.CNAME).stream()
                .findFirst()
                .flatMap(record -> DnsName.parse(record.data()));
    }

    /** What the server would say if it held the records as well; its own bits are live. */
    @Override
    public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
        Supplier<ServerAnswer> asked = live.askServer(server, name, type);
        return () -> {
            ServerAnswer said = asked.get();
            return said.with(ofServer(said.answer(), name, type));
        };
    }

    private DnsAnswer ofServer(DnsAnswer said, DnsName name, RecordType type) {
        List<DnsRecord> found = published(name, type);
        if (said.failed()) {
            return said;
        }
        if (!found.isEmpty()) {
            return new Found(found, List.of());
        }
        if (alias(name).isPresent()) {
            return new Absent(true, List.of(alias(name).get()));
        }
        return said.nameMissing() && existing.contains(name) ? new Absent(true, List.of()) : said;
    }

    @Override
    public Supplier<Security> security(DnsName name, RecordType type) {
        return withTarget(live.security(name, type), name, type);
    }

    @Override
    public Supplier<Security> securityAtOwnServers(DnsName name, RecordType type) {
        return withTarget(live.securityAtOwnServers(name, type), name, type);
    }

    private Supplier<Security> withTarget(Supplier<Security> asked, DnsName name, RecordType type) {
        if (!published(name, type).isEmpty() || alias(name).isEmpty()) {
            return asked;
        }
        Lookup lookup = ask(name, type);
        return () -> asked.get().and(ofTarget(lookup.answer(), type));
    }

    private Security ofTarget(DnsAnswer answer, RecordType type) {
        return switch (answer) {
            case Found(var found, var aliases) -> live.security(aliases.getLast(), type).get();
            case Absent(var exists, var aliases) -> live.security(aliases.getLast(), type).get();
            case Failed(var reason, var detail) ->
                    Security.of(Security.State.UNKNOWN, reason + ": " + detail);
        };
    }

    @Override
    public Supplier<ResolverKind> resolverKind(DnsName name) {
        return live.resolverKind(name);
    }

    @Override
    public ZoneView view() {
        return live.view();
    }
}
