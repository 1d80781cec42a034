package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Failed;
import dev.mailcheck.dns.DnsAnswer.Found;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.DnsFault.OverTcp;
import dev.mailcheck.world.dns.Nameserver;
import dev.mailcheck.world.dns.QuestionLog;
import dev.mailcheck.world.dns.QuestionMatch;
import dev.mailcheck.world.dns.Resolver;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Timeout(60)
final class ResolverDnsTest {
    private static final String ZONE =
            """
            @     MX    10 mx1
            @     MX    20 mx2.sound.example.
            @     TXT   "v=spf1 " "mx -all"
            @     CAA   0 issue "ca.example"
            mx1   A     192.0.2.10
            mx1   AAAA  2001:db8::10
            mx2   300 A 192.0.2.11
            www   CNAME web
            web   CNAME mx1
            gone  CNAME nothing
            a.b   A     192.0.2.12
            _25._tcp.mx1 TLSA 3 1 1 AB00000000000000000000000000000000000000000000000000000000000000
            """;

    private static WorldPlan plan() {
        return Lab.plan().zone("sound.example", ZONE).ptr("192.0.2.10", "mx1.sound.example");
    }

    private static Lab with(Resolver resolver) {
        return Lab.of(plan().resolver(resolver));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sound.example           | MX   | 10 mx1.sound.example/20 mx2.sound.example",
                "sound.example           | TXT  | v=spf1 mx -all",
                "sound.example           | CAA  | 0 issue \"ca.example\"",
                "mx1.sound.example       | A    | 192.0.2.10",
                "mx1.sound.example       | AAAA | 2001:db8::10",
                "www.sound.example       | A    | 192.0.2.10",
                "www.sound.example       | CNAME| web.sound.example",
                "10.2.0.192.in-addr.arpa | PTR  | mx1.sound.example",
                "_25._tcp.mx1.sound.example | TLSA | 3 1 1"
                        + " ab00000000000000000000000000000000000000000000000000000000000000"
            })
    void recordsComeInTheFormOfTheZoneFile(String name, RecordType type, String data) {
        try (Lab lab = Lab.of(plan())) {
            assertThat(lab.ask(name, type).data().stream().sorted().toList())
                    .isEqualTo(List.of(data.split("/")));
        }
    }

    @Test
    void absenceAliasesAndTimesToLiveAreTold() {
        try (Lab lab = Lab.of(plan())) {
            assertThat(lab.ask("no.sound.example", RecordType.A))
                    .isEqualTo(new Absent(false, List.of()));
            assertThat(lab.ask("b.sound.example", RecordType.A))
                    .isEqualTo(new Absent(true, List.of()));
            assertThat(lab.ask("sound.example", RecordType.AAAA))
                    .isEqualTo(new Absent(true, List.of()));
            assertThat(lab.ask("gone.sound.example", RecordType.A))
                    .isEqualTo(new Absent(false, List.of(DnsName.of("nothing.sound.example"))));
            assertThat(((Found) lab.ask("www.sound.example", RecordType.A)).aliases())
                    .containsExactly(
                            DnsName.of("web.sound.example"), DnsName.of("mx1.sound.example"));
            assertThat(lab.ask("mx2.sound.example", RecordType.A).records().getFirst().ttl())
                    .isEqualTo(300);
        }
    }

    @Test
    void oneQuestionIsAskedOnceWithEverySafetyFlag() {
        try (Lab lab = Lab.of(plan())) {
            for (int i = 0; i < 5; i++) {
                lab.ask("sound.example", RecordType.MX);
                lab.security("sound.example", RecordType.MX);
            }
            assertThat(lab.world.questions().count("sound.example", "MX")).isEqualTo(1);
            assertThat(lab.world.questions().total())
                    .isEqualTo((int) lab.world.questions().distinct())
                    .isEqualTo(lab.dns.traffic().questions());
            assertThat(lab.world.questions().all())
                    .allMatch(question -> question.dnssecOk() && question.checkingDisabled());
        }
    }

    @Test
    void hundredsOfQuestionsAreOpenAtOnceAndAllAreAnswered() {
        StringBuilder zone = new StringBuilder();
        IntStream.range(0, 280).forEach(i -> zone.append("h" + i + " A 192.0.2." + i % 256 + "\n"));
        try (Lab lab =
                Lab.of(
                        Lab.plan()
                                .zone("many.example", zone.toString())
                                .resolver(Resolver.plain().delay(Duration.ofMillis(50))))) {
            List<Lookup> lookups =
                    IntStream.range(0, 280)
                            .mapToObj(i -> DnsName.of("h" + i + ".many.example"))
                            .map(name -> lab.dns.ask(name, RecordType.A))
                            .toList();
            assertThat(lookups).allSatisfy(l -> assertThat(l.answer()).isInstanceOf(Found.class));
            assertThat(lab.dns.traffic().mostOpen()).isEqualTo(DnsClient.MAX_OPEN);
            assertThat(lab.dns.traffic().packets()).isEqualTo(280);
        }
    }

    @Test
    void theThreeHundredAndFirstQuestionIsNotAsked() {
        try (Lab lab = Lab.of(plan())) {
            List<Lookup> lookups =
                    IntStream.range(0, 310)
                            .mapToObj(i -> DnsName.of("n" + i + ".sound.example"))
                            .map(name -> lab.dns.ask(name, RecordType.A))
                            .toList();
            assertThat(lookups.stream().filter(l -> l.answer().failed()).count()).isEqualTo(10);
            assertThat(Lab.reason(lookups.getLast().answer())).isEqualTo(DnsFailure.QUOTA);
            assertThat(lab.world.questions().total()).isEqualTo(300);
            assertThat(lab.security("sound.example", RecordType.MX).state())
                    .isEqualTo(Security.State.UNKNOWN);
        }
    }

    static Stream<DnsFault> forgeries() {
        return Stream.of(
                DnsFault.wrongId(),
                DnsFault.wrongQuestion("evil.example"),
                DnsFault.wrongOwner("evil.example"),
                DnsFault.garbage("\u0000\u0001no"),
                DnsFault.garbage(""),
                DnsFault.truncated(OverTcp.RESETS));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void whatIsNoAnswerToTheQuestionIsNeverBelieved(DnsFault forgery) {
        try (Lab lab = with(Resolver.plain().with(forgery))) {
            assertThat(Lab.reason(lab.ask("mx1.sound.example", RecordType.A)))
                    .isIn(DnsFailure.MALFORMED, DnsFailure.NETWORK, DnsFailure.TIMEOUT);
        }
    }

    static Stream<DnsFault> disturbances() {
        return Stream.of(
                DnsFault.spoofedFirst(DnsFault.wrongId()),
                DnsFault.spoofedFirst(DnsFault.wrongQuestion("evil.example")),
                DnsFault.spoofedFirst(DnsFault.garbage("x")),
                DnsFault.extraAnswer("evil.example. 60 A 203.0.113.66"),
                DnsFault.extraAnswer("sound.example. 60 A 203.0.113.66"),
                DnsFault.extraAuthority("mx1.sound.example. 60 A 203.0.113.66"),
                DnsFault.extraAdditional("mx1.sound.example. 60 A 203.0.113.66"),
                DnsFault.truncated(OverTcp.ANSWERS),
                DnsFault.noEdns());
    }

    @ParameterizedTest
    @MethodSource("disturbances")
    void theTrueAnswerIsFoundBesideWhatIsForged(DnsFault disturbance) {
        try (Lab lab = with(Resolver.plain().with(disturbance))) {
            assertThat(lab.ask("mx1.sound.example", RecordType.A).data())
                    .containsExactly("192.0.2.10");
        }
    }

    @ParameterizedTest
    @CsvSource({"2,SERVFAIL", "5,REFUSED", "4,REFUSED", "1,REFUSED", "9,REFUSED"})
    void aRefusalIsNoAbsence(int rcode, DnsFailure reason) {
        DnsFault refusal = new DnsFault.ResponseCode(rcode);
        try (Lab lab = with(Resolver.plain().with(refusal))) {
            assertThat(Lab.reason(lab.ask("mx1.sound.example", RecordType.A))).isEqualTo(reason);
            assertThat(lab.security("sound.example", RecordType.MX).state())
                    .isEqualTo(Security.State.UNKNOWN);
        }
    }

    @Test
    void anotherResolverIsAskedWhereOneFails() throws IOException {
        try (Lab lab = Lab.of(plan());
                DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            InetSocketAddress refuses =
                    lab.world.start(Resolver.plain().with(DnsFault.servfail()), new QuestionLog());
            InetSocketAddress closed = closedPort();
            InetSocketAddress drops = (InetSocketAddress) silent.getLocalSocketAddress();
            try (Lab other = Lab.behind(plan(), refuses, closed, drops)) {
                assertThat(other.ask("mx1.sound.example", RecordType.A).data())
                        .containsExactly("192.0.2.10");
                assertThat(other.ask("mx2.sound.example", RecordType.A).data())
                        .containsExactly("192.0.2.11");
                // The second question went to the one that had answered.
                assertThat(other.dns.traffic().packets()).isEqualTo(5);
            }
        }
    }

    @Test
    void aResolverThatHasNoAddressIsPassedOver() {
        try (Lab lab = Lab.behind(plan(), InetSocketAddress.createUnresolved("none.example", 53))) {
            assertThat(lab.ask("mx1.sound.example", RecordType.A).data())
                    .containsExactly("192.0.2.10");
        }
    }

    private static InetSocketAddress closedPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }

    @Test
    void silenceIsATimeOutAfterThreeTries() {
        try (Lab lab = with(Resolver.plain().with(DnsFault.silent()))) {
            assertThat(Lab.reason(lab.ask("sound.example", RecordType.MX)))
                    .isEqualTo(DnsFailure.TIMEOUT);
            assertThat(lab.world.questions().total()).isEqualTo(3);
        }
    }

    @Test
    void anAnswerToTheFirstTryIsStillTakenDuringTheSecond() {
        Duration late = DnsExchange.SHORTEST.plusMillis(300);
        try (Lab lab = with(Resolver.plain().delay(late))) {
            assertThat(lab.ask("mx1.sound.example", RecordType.A).data())
                    .containsExactly("192.0.2.10");
        }
    }

    @ParameterizedTest
    @CsvSource({"DRIPS", "STAYS_SILENT"})
    void theDeadlineEndsWhateverWaits(OverTcp manner) {
        try (Lab lab =
                Lab.of(
                        plan().resolver(Resolver.plain().with(DnsFault.truncated(manner))),
                        Duration.ofMillis(400))) {
            List<Lookup> lookups =
                    IntStream.range(0, 200)
                            .mapToObj(i -> DnsName.of("n" + i + ".sound.example"))
                            .map(name -> lab.dns.ask(name, RecordType.A))
                            .toList();
            assertThat(lookups)
                    .allSatisfy(lookup ->
                            assertThat(Lab.reason(lookup.answer())).isEqualTo(DnsFailure.DEADLINE));
            assertThat(Lab.reason(lab.ask("sound.example", RecordType.MX)))
                    .isEqualTo(DnsFailure.DEADLINE);
            assertThat(lab.security("sound.example", RecordType.MX).state())
                    .isEqualTo(Security.State.UNKNOWN);
        }
    }

    @Test
    void sixtyKilobytesOfTextArriveByTcpAndTheirBeginningIsKept() {
        StringBuilder zone = new StringBuilder("big TXT");
        for (int i = 0; i < 240; i++) {
            zone.append(" \"").append("x".repeat(255)).append('"');
        }
        try (Lab lab = Lab.of(Lab.plan().zone("big.example", zone.toString()))) {
            DnsAnswer answer = lab.ask("big.big.example", RecordType.TXT);
            assertThat(answer.data()).containsExactly("x".repeat(AnswerReader.MAX_DATA));
            JsonType<DnsAnswer> json = Jsonb.builder().build().type(DnsAnswer.class);
            assertThat(json.fromJson(json.toJson(answer))).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"11,true", "12,false"})
    void elevenAliasesAreFollowedAndTwelveAreNot(int aliases, boolean found) {
        StringBuilder zone = new StringBuilder("n" + aliases + " A 192.0.2.1\n");
        IntStream.range(0, aliases)
                .forEach(i -> zone.append("n" + i + " CNAME n" + (i + 1) + "\n"));
        try (Lab lab = Lab.of(Lab.plan().zone("chain.example", zone.toString()))) {
            DnsAnswer answer = lab.ask("n0.chain.example", RecordType.A);
            assertThat(answer instanceof Found).isEqualTo(found);
            if (answer instanceof Failed failed) {
                assertThat(failed.reason()).isEqualTo(DnsFailure.ALIAS_LOOP);
            }
        }
    }

    @Test
    void anAliasThatTheResolverDoesNotFollowIsAskedFor() {
        Resolver lazy =
                Resolver.plain()
                        .when(
                                QuestionMatch.of("www.sound.example", "A"),
                                DnsFault.replaced(
                                        "www.sound.example. 60 CNAME mx1.sound.example."));
        try (Lab lab = with(lazy)) {
            assertThat(lab.ask("www.sound.example", RecordType.A))
                    .isInstanceOfSatisfying(
                            Found.class,
                            found -> {
                                assertThat(found.aliases())
                                        .containsExactly(DnsName.of("mx1.sound.example"));
                                assertThat(found.records().getFirst().data())
                                        .isEqualTo("192.0.2.10");
                            });
        }
    }

    @Test
    void aliasesInACircleAreTold() {
        Resolver circle =
                Resolver.plain()
                        .when(
                                QuestionMatch.at("www.sound.example"),
                                DnsFault.replaced(
                                        "www.sound.example. 60 CNAME web.sound.example.\n"
                                            + "web.sound.example. 60 CNAME www.sound.example."));
        try (Lab lab = with(circle)) {
            assertThat(Lab.reason(lab.ask("www.sound.example", RecordType.A)))
                    .isEqualTo(DnsFailure.ALIAS_LOOP);
        }
    }

    @Test
    void aNameserverIsAskedItselfWithoutRecursion() {
        try (Lab lab = Lab.of(plan())) {
            InetAddress server = nameserver(lab);
            ServerAnswer said =
                    lab.dns.askServer(server, DnsName.of("sound.example"), RecordType.MX).get();
            assertThat(said.answer().data()).hasSize(2);
            assertThat(said.authoritative()).isTrue();
            assertThat(said.edns()).isTrue();
        }
    }

    private static InetAddress nameserver(Lab lab) {
        String host = lab.ask("sound.example", RecordType.NS).data().getFirst();
        return IpLiteral.parse(lab.ask(host, RecordType.A).data().getFirst()).orElseThrow();
    }

    static Stream<Arguments> nameservers() {
        return Stream.of(
                Arguments.of(Nameserver.sound(), "FOUND", true, true),
                Arguments.of(Nameserver.sound().with(DnsFault.noEdns()), "FOUND", true, false),
                Arguments.of(
                        Nameserver.sound().with(DnsFault.notAuthoritative()), "FOUND", false, true),
                Arguments.of(
                        Nameserver.sound().with(DnsFault.truncated(OverTcp.ANSWERS)),
                        "FOUND",
                        true,
                        true),
                Arguments.of(
                        Nameserver.sound().with(DnsFault.wrongOwner("evil.example")),
                        "MALFORMED",
                        true,
                        true),
                Arguments.of(
                        Nameserver.sound().with(DnsFault.wrongId()), "MALFORMED", false, false),
                Arguments.of(Nameserver.lame(), "REFUSED", false, false));
    }

    @ParameterizedTest
    @MethodSource("nameservers")
    void whatANameserverDoesIsSeen(
            Nameserver nameserver, String result, boolean authoritative, boolean edns) {
        InetAddress address;
        try (Lab lab = Lab.of(plan())) {
            address = nameserver(lab);
        }
        try (Lab lab = Lab.of(plan().nameserver(IpLiteral.text(address), nameserver))) {
            ServerAnswer said =
                    lab.dns.askServer(address, DnsName.of("sound.example"), RecordType.MX).get();
            assertThat(said.answer() instanceof Failed failed ? failed.reason().name() : "FOUND")
                    .isEqualTo(result);
            assertThat(said.authoritative()).isEqualTo(authoritative);
            assertThat(said.edns()).isEqualTo(edns);
        }
    }

    @Test
    void aServerThatMayNotBeAskedIsNotAsked() {
        try (Lab lab = Lab.of(plan())) {
            for (String address : List.of("127.0.0.1", "10.0.0.1", "::1", "192.0.2.200")) {
                ServerAnswer said =
                        lab.dns
                                .askServer(
                                        IpLiteral.parse(address).orElseThrow(),
                                        DnsName.of("sound.example"),
                                        RecordType.MX)
                                .get();
                assertThat(Lab.reason(said.answer())).isEqualTo(DnsFailure.NETWORK);
                assertThat(said.authoritative()).isFalse();
            }
            assertThat(lab.dns.traffic().packets()).isZero();
        }
    }
}
