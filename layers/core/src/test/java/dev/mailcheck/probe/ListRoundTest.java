package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ResolverKind;
import dev.mailcheck.dns.Security;
import dev.mailcheck.dns.ServerAnswer;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.dnsbl.BlockLists;
import dev.mailcheck.dnsbl.ListAccess;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class ListRoundTest {
    private static final List<String> ONE = List.of("192.0.2.1");

    /** Writes down in what order questions are asked and answers waited for. */
    private record Watched(Dns dns, List<String> events) implements Dns {
        @Override
        public Lookup ask(DnsName name, RecordType type) {
            events.add("ask " + name + " " + type);
            Lookup lookup = dns.ask(name, type);
            return () -> {
                events.add("wait");
                return lookup.answer();
            };
        }

        @Override
        public Supplier<ServerAnswer> askServer(InetAddress to, DnsName name, RecordType type) {
            return dns.askServer(to, name, type);
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

    private static List<String> ask(List<String> subjects, Map<String, Map<String, Object>> zone) {
        List<String> events = new ArrayList<>();
        Dns dns = new Watched(ZoneDns.of(zone), events);
        new ListRound(dns, 100)
                .ask(
                        subjects,
                        BlockLists.ADDRESSES,
                        List.of("one.example", "two.example"),
                        ListAccess.WITHOUT_KEYS);
        return events;
    }

    private static final Map<String, Map<String, Object>> LISTED_AT_ONE =
            Map.of(
                    "2.0.0.127.one.example", Map.of("A", List.of("127.0.0.2")),
                    "1.2.0.192.one.example", Map.of("A", List.of("127.0.0.2")),
                    "1.2.0.192.two.example", Map.of("A", List.of("127.0.0.2")));

    @Test
    void testPointsAndSubjectsOfAllListsAreAskedBeforeAnyAnswerIsWaitedFor() {
        List<String> events = ask(ONE, LISTED_AT_ONE);

        assertThat(events.subList(0, events.indexOf("wait")))
                .containsExactlyInAnyOrder(
                        "ask 2.0.0.127.one.example A",
                        "ask 1.0.0.127.one.example A",
                        "ask 1.2.0.192.one.example A",
                        "ask 2.0.0.127.two.example A",
                        "ask 1.0.0.127.two.example A",
                        "ask 1.2.0.192.two.example A");
    }

    @Test
    void aTextIsAskedForOnlyWhereAWorkingListHasAListing() {
        assertThat(ask(ONE, LISTED_AT_ONE))
                .filteredOn(event -> event.endsWith("TXT"))
                .containsExactly("ask 1.2.0.192.one.example TXT");
    }

    @Test
    void noQuestionIsAskedTwice() {
        assertThat(ask(ONE, LISTED_AT_ONE).stream().filter(event -> event.startsWith("ask")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theLimitHoldsAndWhatItLeavesOutIsNamed() {
        List<String> many = IntStream.range(1, 80).mapToObj(i -> "192.0.2." + i).toList();
        List<String> events = new ArrayList<>();
        Dns dns = new Watched(ZoneDns.of(Map.of()), events);

        ListsSeen seen =
                new ListRound(dns, 100)
                        .ask(many, BlockLists.ADDRESSES, List.of(), ListAccess.WITHOUT_KEYS);

        long asked = events.stream().filter(event -> event.startsWith("ask")).count();
        assertThat(asked).isEqualTo(100);
        assertThat(seen.leftOut())
                .hasSize(79 * 7 - (100 - 2 * 7))
                .contains("192.0.2.79 dnsbl.dronebl.org");
        assertThat(seen.lists().getFirst().entries()).hasSize(79);
    }

    @Test
    void iPv6IsAskedOnlyAtListsThatKnowIt() {
        List<String> events = new ArrayList<>();
        Dns dns = new Watched(ZoneDns.of(Map.of()), events);

        new ListRound(dns, 100)
                .ask(
                        List.of("2001:db8::1"),
                        BlockLists.ADDRESSES,
                        List.of(),
                        ListAccess.WITHOUT_KEYS);

        assertThat(events.stream().filter(event -> event.startsWith("ask")))
                .hasSize(6)
                .allMatch(event -> event.contains("zen.spamhaus") || event.contains("dronebl"));
    }

    @Test
    void switchedOffNothingIsAsked() {
        List<String> events = new ArrayList<>();
        Dns dns = new Watched(ZoneDns.of(Map.of()), events);

        ListsSeen seen =
                new ListRound(dns, 100)
                        .ask(ONE, BlockLists.ADDRESSES, List.of("none"), ListAccess.WITHOUT_KEYS);

        assertThat(events).isEmpty();
        assertThat(seen.notAsked()).contains("SWITCHED_OFF");
    }

    @Test
    void anAnswerThatNeverCameIsKeptAsAFailure() {
        Map<String, Map<String, Object>> zone =
                Map.of("2.0.0.127.one.example", Map.of("TIMEOUT", true));
        ListsSeen seen =
                new ListRound(ZoneDns.of(zone), 100)
                        .ask(
                                ONE,
                                BlockLists.ADDRESSES,
                                List.of("one.example"),
                                ListAccess.WITHOUT_KEYS);

        assertThat(seen.lists().getFirst().listedTest().failure()).contains(DnsFailure.TIMEOUT);
    }
}
