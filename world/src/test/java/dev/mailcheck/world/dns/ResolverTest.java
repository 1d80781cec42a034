package dev.mailcheck.world.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.world.Digging;
import dev.mailcheck.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

class ResolverTest {
    private static final int ID = 4711;
    private static final int PATIENT_MILLIS = 10_000;
    private static final int A_MOMENT_MILLIS = 300;
    private static final QuestionMatch MX = QuestionMatch.of("z.example", "MX");
    private static final String RECORDS =
            """
            @       MX    10 mx1
            mx1     A     192.0.2.10
            loop    CNAME pool
            pool    CNAME loop
            c0      CNAME c1
            c1      CNAME c2
            c2      CNAME c3
            c3      A     192.0.2.13
            away    CNAME www.elsewhere.example.
            """;

    private static World world(Resolver resolver) {
        return World.plan(Clock.systemUTC())
                .zone("z.example", RECORDS)
                .zone("elsewhere.example", "www A 192.0.2.20")
                .resolver(resolver)
                .open();
    }

    @Test
    void itFollowsAliasesAcrossZones() {
        try (World world = world(Resolver.plain())) {
            Message answer = Digging.ask(world.resolver(), "away.z.example", "A");
            assertThat(Digging.answer(answer))
                    .containsExactly("A 192.0.2.20", "CNAME www.elsewhere.example.");
            assertThat(answer.getHeader().getFlag(Flags.RA)).isTrue();
            assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
            assertThat(answer.getHeader().getFlag(Flags.AD)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "loop.z.example, 16, SERVFAIL",
        "c0.z.example,   3,  NOERROR",
        "c0.z.example,   2,  SERVFAIL",
        "x.invalid,      16, NXDOMAIN",
        "x.nowhere,      16, NXDOMAIN",
        "mx9.z.example,  16, NXDOMAIN",
        "z.example,      16, NOERROR",
    })
    void itEndsEverySearch(String name, int longest, String rcode) {
        try (World world = world(Resolver.plain().longestChain(longest))) {
            Message answer = Digging.ask(world.resolver(), name, "A");
            assertThat(Rcode.string(answer.getRcode())).isEqualTo(rcode);
        }
    }

    @Test
    void theOneThatStripsLosesAllDnssec() {
        try (World world = world(Resolver.strippingDnssec())) {
            Message mx = Digging.askForDnssec(world.resolver(), "z.example", "MX");
            assertThat(mx.findRRset(name("z.example"), Type.MX)).isTrue();
            assertThat(mx.findRRset(name("z.example"), Type.RRSIG)).isFalse();
            Message keys = Digging.askForDnssec(world.resolver(), ".", "DNSKEY");
            assertThat(keys.getSection(Section.ANSWER)).isEmpty();
            Message ds = Digging.askForDnssec(world.resolver(), "example", "DS");
            assertThat(ds.getSection(Section.ANSWER)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void adIsSetByTheOnesThatClaimIt(Resolver.Validation validation) {
        try (World world = world(Resolver.plain().validation(validation))) {
            Message answer = Digging.askForDnssec(world.resolver(), "z.example", "MX");
            assertThat(answer.getHeader().getFlag(Flags.AD))
                    .isEqualTo(validation != Resolver.Validation.NONE);
        }
    }

    @Test
    void theOneThatRewritesKnowsNoMissingName() {
        Resolver rewriting = Resolver.plain().with(DnsFault.rewriteNxdomain("192.0.2.99"));
        try (World world = world(rewriting)) {
            assertThat(Digging.answer(Digging.ask(world.resolver(), "x.invalid", "A")))
                    .containsExactly("A 192.0.2.99");
            assertThat(Digging.ask(world.resolver(), "x.invalid", "TXT").getRcode())
                    .isEqualTo(Rcode.NXDOMAIN);
            assertThat(Digging.answer(Digging.ask(world.resolver(), "mx1.z.example", "A")))
                    .containsExactly("A 192.0.2.10");
        }
    }

    @Test
    void anInsideViewConcernsChosenNamesOnly() {
        Resolver inside = Resolver.plain().when(MX, DnsFault.replaced("z.example. MX 5 in.lan."));
        try (World world = world(inside)) {
            assertThat(Digging.answer(Digging.ask(world.resolver(), "z.example", "MX")))
                    .containsExactly("MX 5 in.lan.");
            assertThat(Digging.answer(Digging.ask(world.resolver(), "mx1.z.example", "A")))
                    .containsExactly("A 192.0.2.10");
        }
    }

    @Test
    void servfailConcernsChosenNamesOnly() {
        try (World world = world(Resolver.plain().when(MX, DnsFault.servfail()))) {
            Message mx = Digging.ask(world.resolver(), "z.example", "MX");
            assertThat(mx.getRcode()).isEqualTo(Rcode.SERVFAIL);
            assertThat(mx.getHeader().getFlag(Flags.RA)).isTrue();
            assertThat(Digging.ask(world.resolver(), "z.example", "TXT").getRcode())
                    .isEqualTo(Rcode.NOERROR);
        }
    }

    @Test
    void answersMayChangeFromOneQuestionToTheNext() {
        Resolver rebinding =
                Resolver.plain()
                        .when(
                                QuestionMatch.of("mx1.z.example", "A"),
                                DnsFault.inTurn(
                                        "mx1.z.example. 0 A 192.0.2.10",
                                        "mx1.z.example. 0 A 10.0.0.1"));
        try (World world = world(rebinding)) {
            assertThat(Digging.answer(Digging.ask(world.resolver(), "mx1.z.example", "A")))
                    .containsExactly("A 192.0.2.10");
            for (int i = 0; i < 2; i++) {
                assertThat(Digging.answer(Digging.ask(world.resolver(), "mx1.z.example", "A")))
                        .containsExactly("A 10.0.0.1");
            }
        }
    }

    @Test
    void sixtyFourKilobytesOfTextComeOverTcp() {
        String text = ("\"" + "x".repeat(255) + "\" ").repeat(254);
        try (World world =
                World.plan(Clock.systemUTC())
                        .zone(Zone.unsigned("big.example", "@ TXT " + text))
                        .open()) {
            Message answer = Digging.ask(world.resolver(), "big.example", "TXT");
            assertThat(answer.getHeader().getFlag(Flags.TC)).isFalse();
            assertThat(answer.numBytes()).isGreaterThan(65_000);
            assertThat(world.questions().all()).extracting(Question::tcp).contains(true);
        }
    }

    @Test
    void aWrongIdIsWrong() throws IOException {
        try (World world = world(Resolver.plain().with(DnsFault.wrongId()))) {
            assertThat(overUdp(world, 1).getHeader().getID()).isNotEqualTo(ID);
        }
    }

    @Test
    void aWrongQuestionAndAWrongOwnerAreWrong() throws IOException {
        Resolver question = Resolver.plain().with(DnsFault.wrongQuestion("evil.example"));
        try (World world = world(question)) {
            assertThat(overUdp(world, 1).getQuestion().getName()).isEqualTo(name("evil.example"));
        }
        try (World world = world(Resolver.plain().with(DnsFault.wrongOwner("evil.example")))) {
            Message answer = overUdp(world, 1);
            assertThat(answer.getQuestion().getName()).isEqualTo(name("z.example"));
            assertThat(answer.findRRset(name("evil.example"), Type.MX)).isTrue();
            assertThat(answer.findRRset(name("z.example"), Type.MX, Section.ANSWER)).isFalse();
        }
    }

    @Test
    void extraRecordsStandWhereTold() throws IOException {
        Resolver poisoning =
                Resolver.plain()
                        .with(DnsFault.extraAnswer("bank.example. A 192.0.2.66"))
                        .with(DnsFault.extraAuthority("example. NS evil.example."))
                        .with(DnsFault.extraAdditional("evil.example. A 192.0.2.67"));
        try (World world = world(poisoning)) {
            Message answer = overUdp(world, 1);
            assertThat(answer.findRRset(name("bank.example"), Type.A, Section.ANSWER)).isTrue();
            assertThat(answer.findRRset(name("example"), Type.NS, Section.AUTHORITY)).isTrue();
            assertThat(answer.findRRset(name("evil.example"), Type.A, Section.ADDITIONAL)).isTrue();
        }
    }

    @Test
    void aSpoofedAnswerRacesTheRightOne() throws IOException {
        Resolver spoofing = Resolver.plain().with(DnsFault.spoofedFirst(DnsFault.wrongId()));
        try (World world = world(spoofing)) {
            assertThat(overUdp(world, 1).getHeader().getID()).isNotEqualTo(ID);
            assertThat(overUdp(world, 2).getHeader().getID()).isEqualTo(ID);
        }
    }

    @Test
    void silenceIsSilence() {
        try (World world = world(Resolver.plain().with(DnsFault.silent()))) {
            assertThatThrownBy(() -> overUdp(world, 1, A_MOMENT_MILLIS))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(world.questions().total()).isEqualTo(1);
        }
    }

    @Test
    void delayedAnswersLeaveManyQuestionsOpen() throws IOException {
        Resolver slow = Resolver.plain().delay(Duration.ofMillis(300));
        try (World world = world(slow);
                DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENT_MILLIS);
            byte[] query = query().toWire();
            for (int i = 0; i < 3; i++) {
                socket.send(new DatagramPacket(query, query.length, world.resolver()));
            }
            for (int i = 0; i < 3; i++) {
                socket.receive(new DatagramPacket(new byte[4096], 4096));
            }
            assertThat(world.questions().mostOpenAtOnce()).isEqualTo(3);
        }
    }

    @Test
    void garbageIsNoMessage() {
        try (World world = world(Resolver.plain().with(DnsFault.garbage("no DNS at all")))) {
            assertThatThrownBy(() -> overUdp(world, 1)).isInstanceOf(WireParseException.class);
        }
    }

    @Test
    void truncationMayBeFollowedByAnAnswerOverTcp() throws IOException {
        Resolver truncating = Resolver.plain().with(DnsFault.truncated(DnsFault.OverTcp.ANSWERS));
        try (World world = world(truncating)) {
            assertThat(overUdp(world, 1).getHeader().getFlag(Flags.TC)).isTrue();
            assertThat(Digging.answer(Digging.ask(world.resolver(), "z.example", "MX")))
                    .containsExactly("MX 10 mx1.z.example.");
        }
    }

    @Test
    void truncationMayBeFollowedByTroubleOverTcp() throws IOException {
        assertThat(overTcp(DnsFault.OverTcp.RESETS, PATIENT_MILLIS))
                .isInstanceOf(SocketException.class);
        assertThat(overTcp(DnsFault.OverTcp.STAYS_SILENT, A_MOMENT_MILLIS))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(overTcp(DnsFault.OverTcp.DRIPS, A_MOMENT_MILLIS))
                .isInstanceOf(SocketTimeoutException.class);
    }

    /** Returns what ends the wait for a full answer over TCP. */
    private static IOException overTcp(DnsFault.OverTcp manner, int millis) throws IOException {
        try (World world = world(Resolver.plain().with(DnsFault.truncated(manner)))) {
            InetSocketAddress server = world.resolver();
            try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
                socket.setSoTimeout(millis);
                byte[] query = query().toWire();
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(query.length);
                out.write(query);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readFully(new byte[in.readUnsignedShort()]);
                throw new AssertionError("a full answer came");
            } catch (IOException e) {
                return e;
            }
        }
    }

    private static Message query() {
        Message query = Message.newQuery(Record.newRecord(name("z.example"), Type.MX, DClass.IN));
        query.getHeader().setID(ID);
        return query;
    }

    /** Returns the so-many-th datagram that comes back, whatever it is. */
    private static Message overUdp(World world, int which) throws IOException {
        return overUdp(world, which, PATIENT_MILLIS);
    }

    private static Message overUdp(World world, int which, int millis) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(millis);
            byte[] query = query().toWire();
            socket.send(new DatagramPacket(query, query.length, world.resolver()));
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            for (int i = 0; i < which; i++) {
                socket.receive(packet);
            }
            return new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        }
    }

    private static Name name(String text) {
        return Name.fromConstantString(text + ".");
    }
}
