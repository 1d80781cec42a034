package dev.mailcheck.world.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.Digging;
import dev.mailcheck.world.World;
import dev.mailcheck.world.WorldPlan;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.time.Clock;
import java.util.List;

class NameserverTest {
    private static final String ROOT = "198.51.100.1";
    private static final String TOP = "198.51.100.2";
    private static final String FIRST = "192.0.2.53";
    private static final String SECOND = "203.0.113.54";
    private static final String RECORDS =
            """
            @    NS ns1
            @    NS ns2
            ns1  A  192.0.2.53
            ns2  A  203.0.113.54
            @    MX 10 mx1
            mx1  A  192.0.2.10
            away CNAME www.elsewhere.example.
            near CNAME mx1
            """;

    private static WorldPlan plan() {
        return World.plan(Clock.systemUTC()).zone("z.example", RECORDS);
    }

    @Test
    void itAnswersWithAuthority() {
        try (World world = plan().open()) {
            Message answer = Digging.askAt(world, FIRST, "z.example", "MX");
            assertThat(Digging.answer(answer)).containsExactly("MX 10 mx1.z.example.");
            assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
            assertThat(answer.getHeader().getFlag(Flags.RA)).isFalse();
        }
    }

    @Test
    void rootAndTopDomainRefer() {
        try (World world = plan().open()) {
            for (String above : List.of(ROOT, TOP)) {
                Message referral = Digging.askAt(world, above, "mx1.z.example", "A");
                assertThat(referral.getHeader().getFlag(Flags.AA)).isFalse();
                assertThat(referral.getSection(Section.ANSWER)).isEmpty();
                assertThat(referral.getSectionRRsets(Section.AUTHORITY))
                        .extracting(rrset -> Type.string(rrset.getType()))
                        .containsExactlyInAnyOrder("NS", "DS");
                assertThat(referral.getSectionRRsets(Section.ADDITIONAL))
                        .anySatisfy(glue -> assertThat(glue.getType()).isEqualTo(Type.A));
            }
        }
    }

    @Test
    void anUnsignedChildIsReferredToWithAProof() {
        Zone zone = Zone.unsigned("z.example", RECORDS);
        try (World world = World.plan(Clock.systemUTC()).zone(zone).open()) {
            Message referral = Digging.askAt(world, TOP, "mx1.z.example", "A");
            assertThat(referral.getSectionRRsets(Section.AUTHORITY))
                    .extracting(rrset -> Type.string(rrset.getType()))
                    .containsExactlyInAnyOrder("NS", "NSEC");
        }
    }

    @Test
    void itFollowsAliasesOnlyIntoItsOwnZones() {
        try (World world = plan().zone("elsewhere.example", "www A 192.0.2.20").open()) {
            assertThat(Digging.answer(Digging.askAt(world, FIRST, "near.z.example", "A")))
                    .containsExactly("A 192.0.2.10", "CNAME mx1.z.example.");
            assertThat(Digging.answer(Digging.askAt(world, FIRST, "away.z.example", "A")))
                    .containsExactly("CNAME www.elsewhere.example.");
        }
    }

    @Test
    void itRefusesForeignNames() {
        try (World world = plan().open()) {
            Message answer = Digging.askAt(world, FIRST, "elsewhere.example", "A");
            assertThat(answer.getRcode()).isEqualTo(Rcode.REFUSED);
        }
    }

    @Test
    void oneServerMayServeOtherContentsUnderTheSameKeys() {
        Zone other = Zone.signed("z.example", RECORDS.replace("10 mx1", "20 mx2"));
        try (World world = plan().nameserver(SECOND, Nameserver.serving(other)).open()) {
            assertThat(Digging.answer(Digging.askAt(world, FIRST, "z.example", "MX")))
                    .containsExactly("MX 10 mx1.z.example.");
            assertThat(Digging.answer(Digging.askAt(world, SECOND, "z.example", "MX")))
                    .containsExactly("MX 20 mx2.z.example.");
            assertThat(Digging.answer(Digging.askAt(world, SECOND, "z.example", "DNSKEY")))
                    .isEqualTo(Digging.answer(Digging.askAt(world, FIRST, "z.example", "DNSKEY")));
        }
    }

    @Test
    void aLameServerLeavesTheResolverUntouched() {
        try (World world = plan().nameserver(SECOND, Nameserver.lame()).open()) {
            assertThat(Digging.askAt(world, SECOND, "z.example", "MX").getRcode())
                    .isEqualTo(Rcode.REFUSED);
            assertThat(Digging.answer(Digging.ask(world.resolver(), "z.example", "MX")))
                    .containsExactly("MX 10 mx1.z.example.");
        }
    }

    @Test
    void aServerWithoutEdnsSaysFormerr() {
        Nameserver old = Nameserver.sound().with(DnsFault.noEdns());
        try (World world = plan().nameserver(FIRST, old).open()) {
            Message withEdns = Digging.askAt(world, FIRST, "z.example", "MX");
            assertThat(withEdns.getRcode()).isEqualTo(Rcode.FORMERR);
            assertThat(withEdns.getOPT()).isNull();
            Message plain = Digging.ask(Digging.nameserver(world, FIRST), "z.example", "MX");
            assertThat(Digging.answer(plain)).containsExactly("MX 10 mx1.z.example.");
        }
    }

    @Test
    void aServerMayIgnoreEdns() {
        Nameserver deaf = Nameserver.sound().with(DnsFault.ignoresEdns());
        try (World world = plan().nameserver(FIRST, deaf).open()) {
            Message answer = Digging.askAt(world, FIRST, "z.example", "MX");
            assertThat(Digging.answer(answer)).containsExactly("MX 10 mx1.z.example.");
            assertThat(answer.getOPT()).isNull();
        }
    }

    @Test
    void questionsAreCountedAtEachServer() {
        try (World world = plan().open()) {
            Digging.askAt(world, FIRST, "Z.example", "MX");
            Digging.askAt(world, FIRST, "z.example", "MX");
            QuestionLog log = world.questionsAt(FIRST);
            assertThat(log.total()).isEqualTo(2);
            assertThat(log.distinct()).isEqualTo(1);
            assertThat(log.count("z.example", "MX")).isEqualTo(2);
            assertThat(log.mostOpenAtOnce()).isEqualTo(1);
            assertThat(world.questionsAt(SECOND).all()).isEmpty();
        }
    }

    @Test
    void reverseNamesAreDelegatedAndSigned() {
        WorldPlan plan =
                World.plan(Clock.systemUTC())
                        .ptr("192.0.2.10", "mx1.z.example")
                        .ptr("192.0.2.11", "mx2.z.example")
                        .ptr("2001:db8::25", "mx1.z.example");
        try (World world = plan.open()) {
            Clock clock = Clock.systemUTC();
            String v4 = "11.2.0.192.in-addr.arpa";
            String v6 = "5.2.0.0" + ".0".repeat(20) + ".8.b.d.0.1.0.0.2.ip6.arpa";
            assertThat(Digging.answer(Digging.ask(world.resolver(), v4, "PTR")))
                    .containsExactly("PTR mx2.z.example.");
            assertThat(Digging.answer(Digging.ask(world.resolver(), v6, "PTR")))
                    .containsExactly("PTR mx1.z.example.");
            assertThat(Digging.validate(world, clock, v4, "PTR")).isEqualTo("secure");
        }
    }
}
