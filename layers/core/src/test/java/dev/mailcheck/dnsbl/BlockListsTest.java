package dev.mailcheck.dnsbl;

import static dev.mailcheck.dnsbl.ListUse.COMMAND_LINE;
import static dev.mailcheck.dnsbl.ListUse.SERVICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.IpLiteral;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class BlockListsTest {
    /** Closed, for good or for sale: whoever asks them gets nothing, or everything. */
    private static final List<String> CLOSED =
            List.of(
                    "sorbs.net",
                    "njabl.org",
                    "ahbl.org",
                    "dsbl.org",
                    "ordb.org",
                    "abuseat.org",
                    "orbs.org",
                    "orbz.org",
                    "maps.vix.com",
                    "mail-abuse.org",
                    "mail-abuse.com",
                    "five-ten-sg.com",
                    "spamcannibal.org",
                    "emailbasura.org",
                    "inps.de",
                    "manitu.net",
                    "nixspam.net",
                    "bit.nl",
                    "wpbl.info",
                    "msrbl.net",
                    "madavi.de",
                    "webiron.net",
                    "spamlookup.net",
                    "unsubscore.com",
                    "cyberlogic.net",
                    "rfc-ignorant.org",
                    "openbl.org",
                    "uribl.rambler.ru",
                    "csma.biz",
                    "habeas.com");

    private static final BlockLists LISTS = BlockLists.known();

    private static List<String> zones(Set<ListKind> kinds, ListUse use, String... keys) {
        return LISTS.choose(kinds, List.of(), new ListAccess(use, List.of(keys))).asked().stream()
                .map(AskedList::shown)
                .toList();
    }

    @Test
    void noClosedListIsAsked() {
        assertThat(LISTS.all())
                .hasSizeGreaterThan(8)
                .flatMap(list -> list.zone().stream().toList())
                .allSatisfy(zone ->
                        assertThat(CLOSED)
                                .noneMatch(dead -> zone.equals(dead) || zone.endsWith("." + dead)));
    }

    @Test
    void everyListSaysWhereItsTermsAreAndHowToGetOffIt() {
        assertThat(LISTS.all())
                .allSatisfy(list -> {
                    assertThat(list.removal()).startsWith("https://");
                    assertThat(list.terms().page()).startsWith("https://");
                    assertThat(list.terms().note()).endsWith(".");
                    assertThat(list.shown()).isNotEmpty();
                });
    }

    @Test
    void aZoneIsNamedOnce() {
        assertThat(LISTS.all().stream().flatMap(BlockList::shown)).doesNotHaveDuplicates();
    }

    @Test
    void everyZoneIsANameAndEveryKeyIsReadFromAVariableOfOurs() {
        assertThat(LISTS.all().stream().flatMap(BlockList::shown))
                .allMatch(zone -> DnsName.parse(zone).isPresent());
        assertThat(LISTS.keyed())
                .isNotEmpty()
                .allMatch(keyed -> keyed.variable().matches("MAILCHECK_[A-Z0-9_]+_KEY"));
    }

    @Test
    void everyCodeIsAnAnswerThatIsAListing() {
        for (BlockList list : LISTS.all()) {
            for (ReturnCode code : list.codes()) {
                String answer = list.bits() ? "127.0.0." + code.answer() : code.answer();
                assertThat(IpLiteral.parse(answer)).as(answer).isPresent();
                assertThat(list.read(reply(answer))).isInstanceOf(ListVerdict.Listed.class);
            }
        }
    }

    private static ListReply reply(String answer) {
        return new ListReply(Optional.empty(), List.of(answer), 0);
    }

    @Test
    void domainListsHaveANameOfTheirOwnForTests() {
        assertThat(LISTS.all())
                .filteredOn(list -> list.kinds().contains(ListKind.DOMAIN))
                .isNotEmpty()
                .allMatch(list -> DnsName.parse(list.test()).isPresent() && !list.test().isEmpty());
    }

    @Test
    void atTheCommandLineMajorListsOfEachKindAreAskedWithoutAnyKey() {
        assertThat(zones(BlockLists.ADDRESSES, COMMAND_LINE))
                .containsExactly(
                        "zen.spamhaus.org",
                        "bl.spamcop.net",
                        "b.barracudacentral.org",
                        "psbl.surriel.com",
                        "bl.mailspike.net",
                        "dnsbl-1.uceprotect.net",
                        "dnsbl.dronebl.org");
        assertThat(zones(BlockLists.NAMES, COMMAND_LINE))
                .containsExactly("dbl.spamhaus.org", "multi.surbl.org", "multi.uribl.com");
    }

    @Test
    void aServiceAsksNoListWhoseTermsForbidItUnlessThereIsAKey() {
        assertThat(zones(BlockLists.ADDRESSES, SERVICE))
                .doesNotContain("zen.spamhaus.org", "b.barracudacentral.org")
                .contains("bl.spamcop.net");
        assertThat(zones(BlockLists.NAMES, SERVICE)).isEmpty();
        assertThat(zones(BlockLists.ADDRESSES, SERVICE, "MAILCHECK_SPAMHAUS_DQS_KEY"))
                .contains("KEY.zen.dq.spamhaus.net")
                .doesNotContain("zen.spamhaus.org");
        assertThat(zones(BlockLists.NAMES, SERVICE, "MAILCHECK_SPAMHAUS_DQS_KEY"))
                .containsExactly("KEY.dbl.dq.spamhaus.net");
    }

    @Test
    void whatTheTermsForbidIsTold() {
        ListAccess service = new ListAccess(SERVICE, List.of());

        assertThat(LISTS.choose(BlockLists.NAMES, List.of(), service).withheld())
                .containsExactly("dbl.spamhaus.org", "multi.surbl.org", "multi.uribl.com");
    }

    @Test
    void aListWithoutAFreeZoneIsAskedWithItsKeyOnly() {
        assertThat(zones(BlockLists.ADDRESSES, COMMAND_LINE)).noneMatch(z -> z.contains("abusix"));
        assertThat(zones(BlockLists.ADDRESSES, COMMAND_LINE, "MAILCHECK_ABUSIX_KEY"))
                .contains("KEY.combined.mail.abusix.zone");
    }

    @Test
    void namedListsTakeThePlaceOfTheUsualOnesAndCountAsMajor() {
        ListChoice choice =
                LISTS.choose(
                        BlockLists.ADDRESSES,
                        List.of("psbl.surriel.com", "bl.example"),
                        ListAccess.WITHOUT_KEYS);

        assertThat(choice.asked())
                .extracting(AskedList::shown)
                .containsExactly("psbl.surriel.com", "bl.example");
        assertThat(choice.asked()).allMatch(AskedList::isMajor).allMatch(AskedList::named);
        assertThat(choice.asked().getFirst().list().codes())
                .allMatch(code -> code.weight() == ListWeight.MAJOR);
    }

    @Test
    void aPolicyIsNoBlameAtANamedListEither() {
        AskedList zen = LISTS.asked("zen.spamhaus.org", true);

        assertThat(zen.list().read(reply("127.0.0.10")))
                .isInstanceOfSatisfying(
                        ListVerdict.Listed.class,
                        listed ->
                                assertThat(listed.codes().getFirst().weight())
                                        .isEqualTo(ListWeight.POLICY));
    }

    @Test
    void everyKindAndWeightIsUsed() {
        assertThat(LISTS.all().stream().flatMap(list -> list.kinds().stream()))
                .containsAll(EnumSet.allOf(ListKind.class));
        assertThat(
                        LISTS.all().stream()
                                .flatMap(list -> list.codes().stream())
                                .map(ReturnCode::weight))
                .containsAll(Arrays.asList(ListWeight.values()));
    }
}
