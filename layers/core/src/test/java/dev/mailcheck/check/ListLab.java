package dev.mailcheck.check;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.dnsbl.ListAccess;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.NoNetwork;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.DnsblProbe;
import dev.mailcheck.probe.Doors;
import dev.mailcheck.probe.MxProbe;
import dev.mailcheck.probe.Observation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.Probe;
import dev.mailcheck.probe.Target;
import dev.mailcheck.probe.UriblProbe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A domain with two mail hosts, and lists whose entries a test states; all in a zone file. */
final class ListLab {
    static final String DOMAIN = "www.example.com";
    static final String FIRST = "192.0.2.1";
    static final String SECOND = "192.0.2.2";
    static final String SIXTH = "2001:db8::1";

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    private final Map<String, Map<String, Object>> zone = new HashMap<>();
    private List<String> dnsbl = List.of();
    private List<String> uribl = List.of();
    private ListAccess access = ListAccess.WITHOUT_KEYS;

    /** Two hosts with an IPv4 address each; every major list works and lists nobody. */
    ListLab() {
        put(DOMAIN, "MX", "10 mx1.example.com.", "20 mx2.example.com.");
        put("mx1.example.com", "A", FIRST);
        put("mx2.example.com", "A", SECOND);
        works("zen.spamhaus.org", "bl.spamcop.net", "b.barracudacentral.org");
        put("dbltest.com.dbl.spamhaus.org", "A", "127.0.1.2");
        put("test.surbl.org.multi.surbl.org", "A", "127.0.0.254");
        put("test.uribl.com.multi.uribl.com", "A", "127.0.0.14");
    }

    /** One where no list is at all. */
    static ListLab withoutLists() {
        ListLab lab = new ListLab();
        lab.zone.keySet().removeIf(name -> !name.endsWith("example.com"));
        return lab;
    }

    ListLab put(String name, String type, Object... data) {
        zone.computeIfAbsent(name, none -> new HashMap<>()).put(type, List.of(data));
        return this;
    }

    /** A name, or a whole list with its test points, does not answer. */
    ListLab fails(String name, String how) {
        zone.put(name, new HashMap<>(Map.of(how, true)));
        return this;
    }

    /** The test points of these lists of IPv4 addresses are as they must be. */
    ListLab works(String... lists) {
        for (String list : lists) {
            put("2.0.0.127." + list, "A", "127.0.0.2");
        }
        return this;
    }

    /** An address on a list. */
    ListLab lists(String list, String address, String... answers) {
        String[] parts = address.split("\\.", -1);
        String turned = parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0];
        return put(turned + "." + list, "A", (Object[]) answers);
    }

    ListLab dnsbl(String... named) {
        dnsbl = List.of(named);
        return this;
    }

    ListLab uribl(String... named) {
        uribl = List.of(named);
        return this;
    }

    ListLab access(ListAccess other) {
        access = other;
        return this;
    }

    CheckResult dnsbl() {
        return judge(new DnsblCheck());
    }

    CheckResult uribl() {
        return judge(new UriblCheck());
    }

    private CheckResult judge(Check check) {
        CheckOptions options = CheckOptions.DEFAULT.withLists(dnsbl, uribl, access);
        Target target = new Target(new Domain(DOMAIN), inZoneFile(options));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Observations seen = observe(target, doors(ZoneDns.of(zone), executor));
            return Checks.judge(check, new Judgement(target, seen, CLOCK.instant()));
        }
    }

    static Doors doors(Dns dns, ExecutorService executor) {
        return new Doors(
                dns,
                NoNetwork.withoutIpv6(),
                List::of,
                Deadline.in(Duration.ofSeconds(60)),
                CLOCK,
                new Random(1),
                executor);
    }

    static Observations observe(Target target, Doors doors) {
        List<Observation> seen = new ArrayList<>();
        for (Probe<?> probe : List.of(new MxProbe(), new DnsblProbe(), new UriblProbe())) {
            seen.add(probe.observe(target, new Observations(seen), doors));
        }
        return new Observations(seen);
    }

    static CheckOptions inZoneFile(CheckOptions o) {
        return new CheckOptions(
                        o.selectors(),
                        o.smtp(),
                        o.smtpPort(),
                        o.ehlo(),
                        o.probeDomain(),
                        o.relayProbe(),
                        o.egressControl(),
                        o.dnsbl(),
                        o.uribl(),
                        false,
                        o.lab())
                .withLists(o.dnsbl(), o.uribl(), o.lists());
    }

    /** The names of all codes, each once, in order of the table. */
    static List<String> codes(CheckResult result) {
        return result.findings().stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
    }

    static Finding finding(CheckResult result, FindingCode code) {
        return result.findings().stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
