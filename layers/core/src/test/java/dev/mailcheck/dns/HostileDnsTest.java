package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.AnswerReader.Reading;
import dev.mailcheck.dns.DnsAnswer.Absent;
import dev.mailcheck.dns.DnsAnswer.Found;
import dev.mailcheck.dns.ReplyReader.Verdict;
import dev.mailcheck.dns.Security.State;
import dev.mailcheck.world.dns.SigningAlgorithm;
import dev.mailcheck.world.dns.Zone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

@Timeout(60)
final class HostileDnsTest {
    private static final int ID = 4711;
    private static final DnsName NAME = DnsName.of("www.sound.example");
    private static final Question QUESTION = Question.of(NAME, RecordType.A);

    private static Message reply(String... answers) throws IOException {
        Message reply = new Message(ID);
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(Record.newRecord(QUESTION.name(), Type.A, DClass.IN), Section.QUESTION);
        for (String answer : answers) {
            reply.addRecord(record(answer), Section.ANSWER);
        }
        return reply;
    }

    /** As {@code owner type data}, names absolute. */
    private static Record record(String text) throws IOException {
        String[] parts = text.split(" ", 3);
        return Record.fromString(
                Name.fromString(parts[0]),
                Type.value(parts[1]),
                DClass.IN,
                60,
                parts[2],
                Name.root);
    }

    private static Verdict read(byte[] bytes) {
        return ReplyReader.read(bytes, ID, QUESTION, QueryForm.TO_RESOLVER);
    }

    private static Reading answer(Message message) {
        return AnswerReader.read(message, RecordType.A, new AliasChain(NAME));
    }

    @Test
    void aHundredThousandMutatedRepliesThrowNothingAndForgeNoOwner() throws IOException {
        byte[] sound =
                reply(
                                "www.sound.example. CNAME mx.sound.example.",
                                "mx.sound.example. A 192.0.2.1",
                                "evil.example. A 203.0.113.66")
                        .toWire();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] mutated = mutated(sound, random);
            if (read(mutated) instanceof Verdict.Answer(Message message)) {
                assertThat(mutated[0] << 8 | mutated[1]).as("seed %d", seed).isEqualTo(ID);
                assertThat(message.getQuestion().getName()).isEqualTo(QUESTION.name());
                believedOnlyAlongTheAliases(answer(message), seed);
            }
        }
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] bytes = Arrays.copyOf(sound, sound.length - random.nextInt(4));
        for (int j = random.nextInt(4); j >= 0; j--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static void believedOnlyAlongTheAliases(Reading reading, long seed) {
        if (reading instanceof Reading.Complete(Found(var records, var aliases))) {
            DnsName end = aliases.isEmpty() ? NAME : aliases.getLast();
            assertThat(records)
                    .as("seed %d", seed)
                    .allMatch(record -> record.owner().equals(end))
                    .allMatch(record -> record.type() == RecordType.A);
        }
    }

    @Test
    void onlyRecordsAlongTheAliasesAreSeen() throws IOException {
        assertThat(
                        answer(
                                reply(
                                        "WWW.Sound.Example. CNAME a.example.",
                                        "a.example. CNAME b.example.",
                                        "c.example. A 203.0.113.1",
                                        "b.example. A 192.0.2.1",
                                        "www.sound.example. A6 128 ::1")))
                .isInstanceOfSatisfying(
                        Reading.Complete.class,
                        complete ->
                                assertThat(complete.answer().data()).containsExactly("192.0.2.1"));
        assertThat(answer(reply("c.example. A 203.0.113.1")))
                .isInstanceOfSatisfying(
                        Reading.Complete.class,
                        complete ->
                                assertThat(Lab.reason(complete.answer()))
                                        .isEqualTo(DnsFailure.MALFORMED));
    }

    @Test
    void aDnameRedirectsWhatIsBelowIt() throws IOException {
        assertThat(
                        answer(
                                reply(
                                        "sound.example. DNAME other.example.",
                                        "www.other.example. A 192.0.2.1")))
                .isEqualTo(
                        new Reading.Complete(
                                new Found(
                                        List.of(
                                                new DnsRecord(
                                                        DnsName.of("www.other.example"),
                                                        RecordType.A,
                                                        60,
                                                        "192.0.2.1")),
                                        List.of(DnsName.of("www.other.example")))));
        assertThat(answer(reply("www.sound.example. DNAME other.example.")))
                .isEqualTo(new Reading.Complete(new Absent(true, List.of())));
    }

    @Test
    void anAliasToANameThatCannotBeAskedIsNoAbsence() throws IOException {
        assertThat(answer(reply("www.sound.example. CNAME a\\.b\\000.example.")))
                .isInstanceOfSatisfying(
                        Reading.Complete.class,
                        complete ->
                                assertThat(Lab.reason(complete.answer()))
                                        .isEqualTo(DnsFailure.MALFORMED));
    }

    @Test
    void aThousandTextsAndTextsOfAnyByteAreKept() {
        StringBuilder zone = new StringBuilder("odd TXT \"\\000\\255\\\"\\\\\\233\"\n");
        IntStream.range(0, 1000).forEach(i -> zone.append("many TXT text-" + i + "\n"));
        try (Lab lab = Lab.of(Lab.plan().zone("z.example", zone.toString()))) {
            assertThat(lab.ask("odd.z.example", RecordType.TXT).data())
                    .containsExactly("\u0000\u00ff\"\\\u00e9");
            assertThat(lab.ask("many.z.example", RecordType.TXT).data()).hasSize(1000);
        }
    }

    /** CVE-2023-50387. One shared tag is no attack, yet the validator tries the first key only. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void keysThatShareATagAreNeverCalledBogusAndCostLittle(int keys) {
        Zone zone =
                Zone.signed("z.example", "@ MX 0 .")
                        .algorithm(SigningAlgorithm.RSASHA256)
                        .keyTrap(keys);
        try (Lab lab = Lab.of(Lab.plan().zone(zone).zone("sound.example", "@ MX 0 ."))) {
            assertThat(lab.security("z.example", RecordType.MX).state())
                    .isIn(State.UNKNOWN, State.SECURE);
            assertThat(lab.security("no.z.example", RecordType.A).state())
                    .isIn(State.UNKNOWN, State.SECURE);
            assertThat(lab.security("sound.example", RecordType.MX).state())
                    .isEqualTo(State.SECURE);
            assertThat(lab.ask("z.example", RecordType.MX).data()).containsExactly("0 .");
        }
    }

    @ParameterizedTest
    @CsvSource({"2500", "65535"})
    void hashingWithoutEndIsNotDone(int iterations) {
        Zone zone = Zone.signed("z.example", "@ MX 0 .").nsec3(iterations);
        try (Lab lab = Lab.of(Lab.plan().zone(zone))) {
            assertThat(lab.security("a.b.c.no.z.example", RecordType.A).state())
                    .isEqualTo(State.INSECURE);
        }
    }

    @Test
    void afterCloseNoThreadIsLeft() {
        Lab lab = Lab.of(Lab.plan().zone("z.example", "@ MX 0 ."));
        assertThat(lab.security("z.example", RecordType.MX).state()).isEqualTo(State.SECURE);
        Thread loop =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("dns"))
                        .findFirst()
                        .orElseThrow();
        lab.close();
        assertThat(loop.isAlive()).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("dnsjava"));
        assertThat(Lab.reason(lab.dns.get(DnsName.of("z.example"), RecordType.TXT)))
                .isEqualTo(DnsFailure.DEADLINE);
    }
}
