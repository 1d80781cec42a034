package dev.mailcheck.spf;

import static org.assertj.core.api.Assertions.assertThat;

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

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Records put together by chance, in a DNS that answers by chance. The seed of a case that fails
 * stands in its message; put it into {@link #FIRST_SEED} to see it alone.
 */
class RandomRecordsTest {
    private static final long FIRST_SEED = 0;
    private static final int RECORDS = 200_000;
    private static final int EVALUATIONS = 20_000;
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final List<String> PIECES =
            List.of(
                    "all",
                    "include",
                    "a",
                    "mx",
                    "ptr",
                    "ip4",
                    "ip6",
                    "exists",
                    "redirect",
                    "exp",
                    "x",
                    "-",
                    "+",
                    "~",
                    "?",
                    ":",
                    ":",
                    "=",
                    "/",
                    "//",
                    "24",
                    "0",
                    "129",
                    " ",
                    " ",
                    " ",
                    ".",
                    "example.com",
                    "a.example",
                    "b.example",
                    "%{d}",
                    "%{l1r-}",
                    "%{p}",
                    "%{i",
                    "%%",
                    "%",
                    "}",
                    "192.0.2.1",
                    "192.0.2",
                    "2001:db8::1",
                    "::",
                    "\u00e9",
                    "\t",
                    "_",
                    "localhost",
                    "%{s}.%{h}.c.example");

    private static String record(Random random) {
        StringBuilder record = new StringBuilder("v=spf1");
        IntStream.range(0, random.nextInt(24))
                .forEach(i ->
                        record.append(random.nextInt(3) == 0 ? " " : "").append(piece(random)));
        return record.toString();
    }

    /** Mostly terms that are right, so that evaluations go deep. */
    private static String likelyRecord(Random random) {
        List<String> terms =
                List.of(
                        " a",
                        " mx",
                        " ptr",
                        " a:a.example/24",
                        " mx:b.example//64",
                        " -exists:%{p}.x.example",
                        " include:a.example",
                        " ?include:b.example",
                        " ~include:%{d}",
                        " ip4:192.0.2.0/28",
                        " ip6:2001:db8::/32",
                        " include:%{l1r-}.example",
                        " exists:%{ir}.c.example",
                        " redirect=b.example",
                        " exp=why.example",
                        " -all",
                        " ~all",
                        " ?all",
                        " foo");
        StringBuilder record = new StringBuilder("v=spf1");
        IntStream.range(0, random.nextInt(7))
                .forEach(i -> record.append(terms.get(random.nextInt(terms.size()))));
        return record.toString();
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    @Test
    void anyTextIsReadOrItsMistakesAreNamed() {
        int valid = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RECORDS; seed++) {
            String text = record(new Random(seed));
            SpfRecord record = SpfRecord.parse(text);
            assertThat(record.errors())
                    .as("seed %d: %s", seed, text)
                    .allMatch(
                            error -> error.position() > 6 && error.position() <= text.length() + 1);
            valid += record.valid() ? 1 : 0;
            SpfRepair.repaired(text).ifPresent(RandomRecordsTest::mustBeValid);
        }
        assertThat(valid).isBetween(RECORDS / 100, RECORDS);
    }

    private static void mustBeValid(String record) {
        assertThat(SpfRecord.isSpf(record) && SpfRecord.parse(record).valid()).as(record).isTrue();
    }

    @Test
    void anyEvaluationEndsInBounds() {
        Set<SpfWord> words = new HashSet<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + EVALUATIONS; seed++) {
            RandomDns dns = new RandomDns(seed);
            String ip = seed % 2 == 0 ? "192.0.2.1" : "2001:db8::1";
            SpfQuery query =
                    new SpfQuery(IpAddress.parse(ip).orElseThrow(), "h.example", "a-b@example.com");
            SpfResult result = new CheckHost(dns, CLOCK, "unknown").check(query);
            words.add(result.result());
            assertThat(dns.asked()).as("seed %d", seed).isLessThanOrEqualTo(111);
            assertThat(result.lookups()).as("seed %d", seed).isLessThanOrEqualTo(12);
            assertThat(result.explanation().orElse("none")).as("seed %d", seed).isPrintable();
        }
        assertThat(words).containsExactlyInAnyOrder(SpfWord.values());
    }

    @Test
    void anyStaticViewEndsInBounds() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + EVALUATIONS; seed++) {
            RandomDns dns = new RandomDns(seed);
            SpfPolicy policy = SpfTree.look(dns, "example.com");
            assertThat(dns.asked()).as("seed %d", seed).isLessThanOrEqualTo(162);
            assertThat(SpfCost.of(policy).cheapest())
                    .as("seed %d", seed)
                    .isBetween(0, SpfCost.of(policy).lookups());
            assertThat(SpfSenders.of(policy)).as("seed %d", seed).doesNotHaveDuplicates();
        }
    }

    /** The same question has the same answer; how many different ones were asked is counted. */
    private static final class RandomDns implements Dns {
        private final long seed;
        private final Set<String> asked = new HashSet<>();

        RandomDns(long seed) {
            this.seed = seed;
        }

        int asked() {
            return asked.size();
        }

        @Override
        public Lookup ask(DnsName name, RecordType type) {
            asked.add(name + " " + type);
            Random random = new Random(seed * 31 + name.hashCode() * 7L + type.name().hashCode());
            DnsAnswer answer = answer(name, type, random);
            return () -> answer;
        }

        private static DnsAnswer answer(DnsName name, RecordType type, Random random) {
            int chance = random.nextInt(20);
            if (chance == 0) {
                return new DnsAnswer.Failed(DnsFailure.SERVFAIL, "");
            }
            if (chance < 3) {
                return new DnsAnswer.Absent(chance == 1, List.of());
            }
            List<DnsRecord> records =
                    IntStream.range(0, type == RecordType.TXT ? 1 : 1 + random.nextInt(3))
                            .mapToObj(i -> new DnsRecord(name, type, 60, data(name, type, random)))
                            .toList();
            return new DnsAnswer.Found(records, List.of());
        }

        private static String data(DnsName name, RecordType type, Random random) {
            return switch (type) {
                case TXT -> name.text().equals("why.example") ? "%{s} %{c}%" : likelyRecord(random);
                case MX ->
                        random.nextInt(9) == 0 ? "0 ." : "10 mx" + random.nextInt(9) + ".example";
                case PTR -> random.nextBoolean() ? "a.example" : "mail.example.com";
                case AAAA -> random.nextInt(5) == 0 ? "2001:db8::1" : "2001:db8:1::1";
                default -> random.nextInt(5) == 0 ? "192.0.2.1" : "198.51.100.1";
            };
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
        public Supplier<ResolverKind> resolverKind(DnsName name) {
            throw new UnsupportedOperationException();
        }
    }
}
