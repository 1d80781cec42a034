package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Zones made to cost us: loops, forests, floods. Whatever they hold, an evaluation asks at most 111
 * questions and ends in the result that RFC 7208 gives it; so does the static view, with its own
 * bound.
 */
class HostileZonesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final int LONGEST_TXT = 65_000;

    record Bomb(String name, ZoneOf zone, String mailFrom, SpfWord word) {
        static Bomb of(String name, ZoneOf zone, SpfWord word) {
            return new Bomb(name, zone, "user@example.com", word);
        }

        static Bomb record(String name, String record, SpfWord word) {
            return of(name, ZoneOf.txt("example.com", record), word);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bomb> bombs() {
        return Stream.of(loops(), forests(), hosts(), macros(), floods(), oddities())
                .flatMap(b -> b);
    }

    private static Stream<Bomb> loops() {
        return Stream.of(
                Bomb.record("include of itself", "v=spf1 include:example.com", SpfWord.PERMERROR),
                Bomb.record("redirect to itself", "v=spf1 redirect=example.com", SpfWord.PERMERROR),
                Bomb.record("include of itself by macro", "v=spf1 include:%{d}", SpfWord.PERMERROR),
                Bomb.record("redirect by sender", "v=spf1 redirect=%{o}", SpfWord.PERMERROR),
                Bomb.of("include ring", ring("include:", 3), SpfWord.PERMERROR),
                Bomb.of("redirect ring", ring("redirect=", 5), SpfWord.PERMERROR),
                Bomb.of("long include ring", ring("include:", 50), SpfWord.PERMERROR),
                Bomb.of(
                        "ring of include and redirect",
                        ZoneOf.txt("example.com", "v=spf1 include:r.example")
                                .and("r.example", "TXT", "v=spf1 redirect=example.com"),
                        SpfWord.PERMERROR),
                Bomb.of(
                        "names that grow",
                        ZoneOf.txt("example.com", "v=spf1 include:a.%{d}")
                                .and("a.example.com", "TXT", "v=spf1 include:a.%{d}")
                                .and("a.a.example.com", "TXT", "v=spf1 include:a.%{d}"),
                        SpfWord.PERMERROR),
                Bomb.of(
                        "alias loop",
                        new ZoneOf()
                                .and("example.com", "CNAME", "b.example.")
                                .and("b.example", "CNAME", "example.com."),
                        SpfWord.TEMPERROR),
                Bomb.record("explanation of itself", "v=spf1 -all exp=example.com", SpfWord.FAIL));
    }

    private static ZoneOf ring(String term, int length) {
        ZoneOf zone = ZoneOf.txt("example.com", "v=spf1 " + term + "r0.example");
        IntStream.range(0, length)
                .forEach(i ->
                        zone.and(
                                "r" + i + ".example",
                                "TXT",
                                "v=spf1 " + term + "r" + (i + 1) % length + ".example"));
        return zone;
    }

    private static String terms(String pattern, int count) {
        return IntStream.range(0, count)
                .mapToObj(pattern::formatted)
                .collect(Collectors.joining(" "));
    }

    private static Stream<Bomb> forests() {
        return Stream.of(
                Bomb.record(
                        "a thousand includes",
                        "v=spf1 " + terms("include:i%d.example", 1_000),
                        SpfWord.PERMERROR),
                Bomb.of("doubling includes", doubling("include:"), SpfWord.PERMERROR),
                Bomb.of(
                        "ten includes of ten",
                        wide("v=spf1 " + terms("include:n%d.example", 10)),
                        SpfWord.PERMERROR),
                Bomb.of(
                        "includes of nothing",
                        ZoneOf.txt("example.com", "v=spf1 " + terms("?include:x%d.example", 10)),
                        SpfWord.PERMERROR),
                Bomb.of("include chain of eleven", chain("include:", 11), SpfWord.PERMERROR),
                Bomb.of("include chain of ten", chain("include:", 10), SpfWord.NEUTRAL),
                Bomb.of("redirect chain of eleven", chain("redirect=", 11), SpfWord.PERMERROR),
                Bomb.of("redirect chain of ten", chain("redirect=", 10), SpfWord.NEUTRAL));
    }

    private static ZoneOf doubling(String term) {
        ZoneOf zone = ZoneOf.txt("example.com", "v=spf1 " + term + "d0.example");
        IntStream.range(0, 40)
                .forEach(i ->
                        zone.and(
                                "d" + i + ".example",
                                "TXT",
                                "v=spf1 %1$sd%2$d.example %1$sd%2$d.example"
                                        .formatted(term, i + 1)));
        return zone;
    }

    private static ZoneOf wide(String record) {
        ZoneOf zone = ZoneOf.txt("example.com", record);
        IntStream.range(0, 10).forEach(i -> zone.and("n" + i + ".example", "TXT", record));
        return zone;
    }

    private static ZoneOf chain(String term, int length) {
        ZoneOf zone = ZoneOf.txt("example.com", "v=spf1 " + term + "c1.example");
        IntStream.range(1, length)
                .forEach(i ->
                        zone.and(
                                "c" + i + ".example",
                                "TXT",
                                "v=spf1 " + term + "c" + (i + 1) + ".example"));
        return zone.and("c" + length + ".example", "TXT", "v=spf1");
    }

    private static ZoneOf mx(int domains, int hosts) {
        ZoneOf zone = ZoneOf.txt("example.com", "v=spf1 " + terms("mx:m%d.example", domains));
        for (int d = 0; d < domains; d++) {
            int domain = d;
            zone.and(
                    "m" + d + ".example",
                    "MX",
                    IntStream.range(0, hosts)
                            .mapToObj(h -> h + " h" + h + ".m" + domain + ".example.")
                            .toArray());
            for (int h = 0; h < hosts; h++) {
                zone.and("h" + h + ".m" + d + ".example", "A", "198.51.100." + h % 256)
                        .and("h" + h + ".m" + d + ".example", "AAAA", "2001:db8:1::" + h);
            }
        }
        return zone;
    }

    private static Stream<Bomb> hosts() {
        return Stream.of(
                Bomb.of("ten mx of ten hosts", mx(10, 10), SpfWord.NEUTRAL),
                Bomb.of("ten mx of eleven hosts", mx(10, 11), SpfWord.PERMERROR),
                Bomb.of("eleven mx of ten hosts", mx(11, 10), SpfWord.PERMERROR),
                Bomb.of("an mx of a thousand hosts", mx(1, 1_000), SpfWord.PERMERROR),
                Bomb.of(
                        "ptr flood",
                        ptrFlood("v=spf1 " + terms("ptr:x%d.example", 10)),
                        SpfWord.NEUTRAL),
                Bomb.of(
                        "ptr flood in macros",
                        ptrFlood("v=spf1 " + terms("exists:%%{p}.x%d.example", 5)),
                        SpfWord.PERMERROR),
                Bomb.of(
                        "ptr flood in an explanation behind ten mx",
                        ptrFlood(
                                mx(10, 10)
                                        .and(
                                                "example.com",
                                                "TXT",
                                                "v=spf1 "
                                                        + terms("mx:m%d.example", 10)
                                                        + " -all exp=why.example")
                                        .and("why.example", "TXT", "%{p} ".repeat(100))),
                        SpfWord.FAIL),
                Bomb.of(
                        "a thousand addresses",
                        ZoneOf.txt("example.com", "v=spf1 a -all")
                                .and("example.com", "A", addresses()),
                        SpfWord.FAIL),
                Bomb.record(
                        "hosts that are not there",
                        "v=spf1 " + terms("a:v%d.example", 10),
                        SpfWord.PERMERROR),
                Bomb.record(
                        "exists that are not there",
                        "v=spf1 " + terms("exists:v%d.example", 10),
                        SpfWord.PERMERROR));
    }

    private static Object[] addresses() {
        return IntStream.range(0, 1_000).mapToObj(i -> "10.0." + i / 250 + "." + i % 250).toArray();
    }

    private static ZoneOf ptrFlood(String record) {
        return ptrFlood(ZoneOf.txt("example.com", record));
    }

    /** A client whose owner gives it a thousand names, of which none leads back. */
    private static ZoneOf ptrFlood(ZoneOf zone) {
        return zone.and(
                "1.2.0.192.in-addr.arpa",
                "PTR",
                IntStream.range(0, 1_000).mapToObj(i -> "p" + i + ".example.").toArray());
    }

    private static Stream<Bomb> macros() {
        String longSender = "a.".repeat(20_000) + "z@example.com";
        return Stream.of(
                Bomb.record(
                        "macro flood", "v=spf1 -all exp=" + "%{s}".repeat(16_000), SpfWord.FAIL),
                Bomb.record(
                        "unknown modifier full of macros",
                        "v=spf1 x=" + "%{s}".repeat(16_000) + " -all",
                        SpfWord.FAIL),
                new Bomb(
                        "long local part, split and turned",
                        ZoneOf.txt(
                                "example.com",
                                "v=spf1 exists:" + "%{l1r.-+,/_=}".repeat(4_000) + ".example -all"),
                        longSender,
                        SpfWord.FAIL),
                new Bomb(
                        "long local part, escaped",
                        ZoneOf.txt(
                                "example.com", "v=spf1 exists:" + "%{S}".repeat(9_000) + " -all"),
                        "%".repeat(50_000) + "@example.com",
                        SpfWord.FAIL),
                Bomb.record(
                        "huge number of parts",
                        "v=spf1 exists:%{d99999999999999999999r}.example -all",
                        SpfWord.FAIL),
                Bomb.record(
                        "flood of delimiters",
                        "v=spf1 exists:%{d" + ".-+,/_=".repeat(9_000) + "}.example -all",
                        SpfWord.FAIL),
                Bomb.of(
                        "explanation of a flood",
                        ZoneOf.txt("example.com", "v=spf1 -all exp=why.example")
                                .and("why.example", "TXT", "%{s}%{h}%{p}".repeat(5_000)),
                        SpfWord.FAIL),
                Bomb.record(
                        "macro without end",
                        "v=spf1 exists:" + "%{".repeat(30_000),
                        SpfWord.PERMERROR));
    }

    private static Stream<Bomb> floods() {
        return Stream.of(
                Bomb.record(
                        "64 KB without a blank",
                        "v=spf1 " + "x".repeat(LONGEST_TXT),
                        SpfWord.PERMERROR),
                Bomb.record("64 KB of blanks", "v=spf1" + " ".repeat(LONGEST_TXT), SpfWord.NEUTRAL),
                Bomb.record(
                        "64 KB of a", "v=spf1" + " a".repeat(LONGEST_TXT / 2), SpfWord.PERMERROR),
                Bomb.record(
                        "64 KB of all",
                        "v=spf1" + " ?all".repeat(LONGEST_TXT / 5),
                        SpfWord.NEUTRAL),
                Bomb.record(
                        "64 KB of wrong terms",
                        "v=spf1" + " !".repeat(LONGEST_TXT / 2),
                        SpfWord.PERMERROR),
                Bomb.record(
                        "64 KB of redirects",
                        "v=spf1" + " redirect=a.example".repeat(3_000),
                        SpfWord.PERMERROR),
                Bomb.record(
                        "64 KB of ip4",
                        "v=spf1 "
                                + terms("ip4:10.1.%d.0/24", 200).repeat(1)
                                + " ip4:10.9.9.9".repeat(4_000),
                        SpfWord.NEUTRAL),
                Bomb.record(
                        "64 KB of slashes",
                        "v=spf1 a:x.example" + "/1".repeat(30_000),
                        SpfWord.PERMERROR),
                Bomb.record(
                        "64 KB of dots", "v=spf1 a:" + ".".repeat(LONGEST_TXT), SpfWord.PERMERROR),
                Bomb.record(
                        "64 KB of labels",
                        "v=spf1 a:" + "a.".repeat(30_000) + "example -all",
                        SpfWord.FAIL),
                Bomb.of(
                        "a thousand records",
                        ZoneOf.txt(
                                "example.com",
                                IntStream.range(0, 1_000)
                                        .mapToObj(i -> "v=spf1 ip4:10.0.0." + i % 250)
                                        .toArray(String[]::new)),
                        SpfWord.PERMERROR));
    }

    private static Stream<Bomb> oddities() {
        return Stream.of(
                Bomb.record(
                        "control characters", "v=spf1 a\u0000\u001b[31m -all", SpfWord.PERMERROR),
                Bomb.record("high bytes", "v=spf1 a:\u00ff\u00fe.example -all", SpfWord.PERMERROR),
                new Bomb("no local part and no domain", new ZoneOf(), "@", SpfWord.NONE),
                new Bomb("a thousand at signs", new ZoneOf(), "@".repeat(1_000), SpfWord.NONE),
                new Bomb(
                        "a domain of 64 KB",
                        new ZoneOf(),
                        "x@" + "a.".repeat(30_000) + "example",
                        SpfWord.NONE),
                new Bomb(
                        "a sender beyond ASCII",
                        ZoneOf.txt("example.com", "v=spf1 exists:%{l}.example -all"),
                        "\u00fc\u3042@example.com",
                        SpfWord.FAIL));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void anEvaluationEndsInBounds(Bomb bomb) {
        IpAddress client = IpAddress.parse("192.0.2.1").orElseThrow();
        SpfQuery query = new SpfQuery(client, "helo.example", bomb.mailFrom());
        SpfResult result = new CheckHost(bomb.zone(), CLOCK, "unknown").check(query);
        assertThat(result.result()).as("%s", result.cause()).isEqualTo(bomb.word());
        assertThat(bomb.zone().asked()).hasSizeLessThanOrEqualTo(111);
        assertThat(result.explanation().orElse("")).hasSizeLessThanOrEqualTo(512);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void theStaticViewEndsInBounds(Bomb bomb) {
        SpfPolicy policy = SpfTree.look(bomb.zone(), "example.com");
        SpfCost cost = SpfCost.of(policy);
        assertThat(bomb.zone().asked().stream().distinct()).hasSizeLessThanOrEqualTo(162);
        assertThat(cost.lookups()).isNotNegative();
        assertThat(List.copyOf(policy.terms())).hasSizeLessThanOrEqualTo(1_000);
    }
}
