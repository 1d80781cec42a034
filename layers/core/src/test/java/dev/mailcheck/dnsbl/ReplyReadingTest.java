package dev.mailcheck.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.DnsRecord;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dnsbl.ListHealth.State;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class ReplyReadingTest {
    private static final ListReply NOTHING = ListReply.NONE;

    private static ListReply reply(String addresses) {
        return new ListReply(Optional.empty(), List.of(addresses.split(" ", -1)), 0);
    }

    private static String read(String list, String addresses) {
        return switch (BlockLists.known().asked(list, false).list().read(reply(addresses))) {
            case ListVerdict.Listed(var codes) ->
                    codes.getFirst().weight() + " " + codes.getFirst().part();
            case ListVerdict.NotListed() -> "not listed";
            case ListVerdict.Refused(var answer) -> "refused";
            case ListVerdict.NotAList(var answer) -> "no list";
            case ListVerdict.UnknownCode(var answer) -> "unknown";
            case ListVerdict.NotKnown(var reason) -> reason;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zen.spamhaus.org | 127.0.0.2 | MAJOR SBL",
                "zen.spamhaus.org | 127.0.0.10 | POLICY PBL",
                "zen.spamhaus.org | 127.0.0.11 127.0.0.4 | MAJOR XBL",
                "zen.spamhaus.org | 127.0.0.77 | unknown",
                "zen.spamhaus.org | 127.255.255.252 | refused",
                "zen.spamhaus.org | 127.255.255.254 | refused",
                "zen.spamhaus.org | 127.255.255.255 | refused",
                "zen.spamhaus.org | 127.0.0.2 127.255.255.254 | refused",
                "zen.spamhaus.org | 127.0.0.1 | refused",
                "zen.spamhaus.org | 192.0.2.1 | no list",
                "zen.spamhaus.org | 127.0.0.2 192.0.2.1 | no list",
                "zen.spamhaus.org | 0.0.0.0 | no list",
                "zen.spamhaus.org | 127.0.0.2.example | no list",
                "bl.example | 127.0.0.9 | MAJOR ''",
                "bl.example | 127.0.0.1 | refused",
                "bl.example | 127.255.255.1 | refused",
                "dbl.spamhaus.org | 127.0.1.4 | MAJOR phish",
                "dbl.spamhaus.org | 127.0.1.103 | GREY abused-redirector",
                "dbl.spamhaus.org | 127.0.1.255 | refused",
                "multi.surbl.org | 127.0.0.8 | MAJOR PH",
                "multi.surbl.org | 127.0.0.80 | MAJOR MW",
                "multi.surbl.org | 127.0.0.128 | GREY CR",
                "multi.surbl.org | 127.0.0.136 | MAJOR PH",
                "multi.surbl.org | 127.0.0.1 | refused",
                "multi.uribl.com | 127.0.0.2 | MAJOR black",
                "multi.uribl.com | 127.0.0.4 | GREY grey",
                "multi.uribl.com | 127.0.0.1 | refused",
                "multi.uribl.com | 127.0.1.2 | unknown",
                "multi.uribl.com | 127.0.0.16 | unknown",
            })
    void anAnswerMeansThis(String list, String addresses, String meaning) {
        assertThat(read(list, addresses)).isEqualTo(meaning.replace("''", ""));
    }

    @ParameterizedTest
    @EnumSource(DnsFailure.class)
    void aFailedQuestionIsNeitherListedNorClean(DnsFailure failure) {
        ListReply failed = ListReply.of(new DnsAnswer.Failed(failure, "detail"));

        assertThat(BlockList.named("bl.example").read(failed))
                .isEqualTo(new ListVerdict.NotKnown(failure.name()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "127.0.0.2 | - | HEALTHY | ''",
                "127.0.0.99 | - | HEALTHY | ''",
                "- | - | SILENT | NO_TEST_ENTRY",
                "127.0.0.2 | 127.0.0.2 | LISTS_EVERYTHING | 127.0.0.2",
                "127.255.255.254 | - | REFUSES_US | 127.255.255.254",
                "127.255.255.254 | 127.255.255.254 | REFUSES_US | 127.255.255.254",
                "127.0.0.1 | 127.0.0.1 | REFUSES_US | 127.0.0.1",
                "192.0.2.80 | 192.0.2.80 | NOT_A_LIST | 192.0.2.80",
                "192.0.2.80 | - | NOT_A_LIST | 192.0.2.80",
                "127.0.0.2 | 192.0.2.80 | NOT_A_LIST | 192.0.2.80",
            })
    void onlyAListThatKnowsItsTestPointsIsHealthy(
            @Nullable String listed, @Nullable String unlisted, State state, String detail) {
        ListHealth health =
                ListHealth.of(
                        BlockList.named("bl.example"),
                        listed == null ? NOTHING : reply(listed),
                        unlisted == null ? NOTHING : reply(unlisted));

        assertThat(health).isEqualTo(new ListHealth(state, detail));
    }

    @Test
    void aTestPointThatFailsLeavesTheListSilentWhateverTheOtherSays() {
        ListReply late = ListReply.of(new DnsAnswer.Failed(DnsFailure.TIMEOUT, ""));
        BlockList list = BlockList.named("bl.example");

        assertThat(ListHealth.of(list, late, NOTHING))
                .isEqualTo(ListHealth.of(list, reply("127.0.0.2"), late))
                .isEqualTo(new ListHealth(State.SILENT, "TIMEOUT"));
    }

    @Test
    void ofTenThousandAddressesTheFirstAreKeptAndTheOthersCounted() {
        List<DnsRecord> records =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "127.0." + i / 256 + "." + i % 256)
                        .map(a -> new DnsRecord(DnsName.of("a.bl.example"), RecordType.A, 60, a))
                        .toList();
        ListReply reply = ListReply.of(new DnsAnswer.Found(records, List.of()));

        assertThat(reply.addresses()).hasSize(16);
        assertThat(reply.more()).isEqualTo(9_984);
    }
}
