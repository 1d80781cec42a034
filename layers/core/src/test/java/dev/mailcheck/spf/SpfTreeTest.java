package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.spf.SpfPolicy.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The static view: the tree, its cost, its senders. */
class SpfTreeTest {
    private static ZoneOf zone(String record) {
        return ZoneOf.txt("example.com", record)
                .and("example.com", "A", "192.0.2.10")
                .and("example.com", "MX", "10 mx.example.com.")
                .and("mx.example.com", "A", "192.0.2.20")
                .and("ip.example.net", "TXT", "v=spf1 ip4:198.51.100.0/25 -all")
                .and("deep.example.net", "TXT", "v=spf1 a:mx.example.com include:ip.example.net")
                .and("shut.example.net", "TXT", "v=spf1 -all")
                .and("wide.example.net", "TXT", "v=spf1 redirect=deep.example.net")
                .and("dead.example.net", "TIMEOUT", "TXT", "A", "AAAA")
                .and("loop.example.net", "TXT", "v=spf1 include:loop2.example.net")
                .and("loop2.example.net", "TXT", "v=spf1 include:LOOP.example.net");
    }

    private static SpfPolicy look(String record) {
        return SpfTree.look(zone(record), "example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 -all                                   | 0 | 0 | 0 | true",
                "v=spf1 ip4:192.0.2.1 -all                     | 0 | 0 | 0 | true",
                "v=spf1 a mx -all                              | 2 | 1 | 0 | true",
                "v=spf1 ptr exists:x.example.com -all          | 2 | 1 | 1 | true",
                "v=spf1 include:ip.example.net -all            | 1 | 1 | 0 | true",
                "v=spf1 include:deep.example.net -all          | 3 | 2 | 0 | true",
                "v=spf1 include:shut.example.net mx -all       | 2 | 2 | 0 | true",
                "v=spf1 include:wide.example.net -all          | 4 | 3 | 0 | true",
                "v=spf1 mx redirect=ip.example.net             | 2 | 1 | 0 | true",
                "v=spf1 redirect=ip.example.net                | 1 | 1 | 0 | true",
                "v=spf1 mx -all a redirect=ip.example.net      | 1 | 1 | 0 | true",
                "v=spf1 -mx ip4:192.0.2.1 -all                 | 1 | 1 | 0 | true",
                "v=spf1 a:no.example.com mx:no.example.com -all | 2 | 2 | 2 | true",
                "v=spf1 exists:%{p}.example.com -all           | 2 | 2 | 0 | true",
                "v=spf1 include:dead.example.net mx -all       | 2 | 1 | 0 | false",
                "v=spf1 include:loop.example.net -all          | 3 | 0 | 0 | true"
            })
    void aPolicyHasItsCost(String record, int lookups, int cheapest, int voids, boolean complete) {
        SpfCost cost = SpfCost.of(look(record));
        assertThat(cost.lookups()).as("lookups").isEqualTo(lookups);
        assertThat(cost.voidLookups()).as("void lookups").isEqualTo(voids);
        assertThat(cost.complete()).as("complete").isEqualTo(complete);
        assertThat(cost.cheapest()).as("cheapest").isEqualTo(cheapest);
    }

    @Test
    void aLoopIsSeenWhateverItsSpelling() {
        SpfPolicy root = look("v=spf1 include:loop.example.net -all");
        SpfPolicy loop = below(below(below(root)));
        assertThat(loop.state()).isEqualTo(State.LOOP);
        assertThat(loop.domain()).isEqualTo("LOOP.example.net");
    }

    private static SpfPolicy below(SpfPolicy policy) {
        return policy.terms().getFirst().policy().orElseThrow();
    }

    @Test
    void theDomainIsKnownToMacrosOfItsOwnRecord() {
        ZoneOf zone =
                zone("v=spf1 include:%{d1}.example.net -all")
                        .and("com.example.net", "TXT", "v=spf1 include:%{o}.%{d2} ?all")
                        .and("example.com.example.net", "TXT", "v=spf1 ip4:192.0.2.1");
        assertThat(below(below(SpfTree.look(zone, "example.com"))).state()).isEqualTo(State.VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 -all                            |",
                "v=spf1 a mx -all                       | 192.0.2.10/32 192.0.2.20/32",
                "v=spf1 a/24 mx/24 -all                 | 192.0.2.0/24",
                "v=spf1 ip4:192.0.2.0/25 ip4:192.0.2.128/25 | 192.0.2.0/24",
                "v=spf1 ip4:192.0.2.0/26 ip4:192.0.2.64/26 ip4:192.0.2.128/25 | 192.0.2.0/24",
                "v=spf1 ip4:192.0.2.64/26 ip4:192.0.2.128/26 | 192.0.2.64/26 192.0.2.128/26",
                "v=spf1 ip4:192.0.2.5 ip4:192.0.2.0/24 ip6:2001:db8::/32 ip6:2001:db8:1::1 |"
                        + " 192.0.2.0/24 2001:db8::/32",
                "v=spf1 ?ip4:192.0.2.5 ~include:ip.example.net -mx a -all | 192.0.2.10/32",
                "v=spf1 include:deep.example.net -all   | 192.0.2.20/32 198.51.100.0/25",
                "v=spf1 redirect=wide.example.net       | 192.0.2.20/32 198.51.100.0/25",
                "v=spf1 -all ip4:192.0.2.5              |"
            })
    void sendersAreFlattenedAndJoined(String record, String networks) {
        List<String> expected = networks == null ? List.of() : List.of(networks.split(" "));
        assertThat(SpfSenders.of(look(record)))
                .extracting(SpfSender::network)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void eachSenderSaysWhereItComesFrom() {
        SpfPolicy policy =
                look("v=spf1 ip4:198.51.100.128/25 include:deep.example.net ip4:8.0.0.0/7");
        assertThat(SpfSenders.of(policy))
                .containsExactly(
                        new SpfSender("8.0.0.0/7", List.of("example.com"), true),
                        new SpfSender("192.0.2.20/32", List.of("deep.example.net"), false),
                        new SpfSender(
                                "198.51.100.0/24",
                                List.of("ip.example.net", "example.com"),
                                false));
    }

    @Test
    void allThatIsIndependentIsAskedBeforeAnyAnswerIsAwaited() {
        Diary dns =
                new Diary(
                        zone("v=spf1 a mx include:deep.example.net include:shut.example.net -all"));
        SpfTree.look(dns, "example.com");
        assertThat(dns.rounds())
                .containsExactly(
                        List.of("example.com TXT"),
                        List.of(
                                "example.com A",
                                "example.com AAAA",
                                "example.com MX",
                                "deep.example.net TXT",
                                "shut.example.net TXT"),
                        List.of("mx.example.com A", "mx.example.com AAAA"),
                        List.of("mx.example.com A", "mx.example.com AAAA", "ip.example.net TXT"));
    }

    @Test
    void aPolicyOfThousandsOfNetworksKeepsItsEndAndWhatIsWide() {
        StringBuilder record = new StringBuilder("v=spf1");
        for (int i = 0; i < 3_000; i++) {
            record.append(" ip4:10.").append(i / 256).append('.').append(i % 256).append(".1");
        }
        SpfPolicy policy = look(record + " ip4:0.0.0.0/1 -all");
        assertThat(policy.terms()).hasSize(502);
        assertThat(policy.terms().getLast().text()).isEqualTo("-all");
        assertThat(SpfSenders.of(policy))
                .extracting(SpfSender::network)
                .containsExactly("0.0.0.0/1");
    }

    @Test
    void aForestOfIncludesIsCutAndSaysSo() {
        ZoneOf zone = ZoneOf.txt("example.com", "v=spf1 include:a0.example include:b0.example");
        for (int i = 0; i < 30; i++) {
            String both = "v=spf1 include:a%d.example include:b%d.example".formatted(i + 1, i + 1);
            zone.and("a" + i + ".example", "TXT", both).and("b" + i + ".example", "TXT", both);
        }
        SpfCost cost = SpfCost.of(SpfTree.look(zone, "example.com"));
        assertThat(cost.complete()).isFalse();
        assertThat(cost.lookups()).isGreaterThan(10);
        assertThat(zone.asked()).hasSizeLessThan(50);
    }

    /** Writes down what is asked between two awaited answers. */
    private static final class Diary implements Dns {
        private final Dns dns;
        private final List<List<String>> rounds = new ArrayList<>();
        private boolean waited = true;

        Diary(Dns dns) {
            this.dns = dns;
        }

        List<List<String>> rounds() {
            return rounds;
        }

        @Override
        public Lookup ask(DnsName name, RecordType type) {
            if (waited) {
                rounds.add(new ArrayList<>());
            }
            waited = false;
            rounds.getLast().add(name + " " + type);
            Lookup lookup = dns.ask(name, type);
            return () -> {
                waited = true;
                return lookup.answer();
            };
        }

        @Override
        public Supplier<ServerAnswer> askServer(InetAddress server, DnsName name, RecordType type) {
            return dns.askServer(server, name, type);
        }

        @Override
        public Supplier<Security> security(DnsName name, RecordType type) {
            return dns.security(name, type);
        }

        @Override
        public Supplier<ResolverKind> resolverKind(DnsName name) {
            return dns.resolverKind(name);
        }
    }
}
