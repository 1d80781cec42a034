package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.QuestionMatch;
import dev.mailcheck.world.dns.Resolver;
import dev.mailcheck.world.dns.Zone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.stream.Stream;

@Timeout(30)
final class ResolverKindTest {
    static Stream<Arguments> resolvers() {
        return Stream.of(
                Arguments.of(Resolver.plain(), ResolverKind.PLAIN),
                Arguments.of(Resolver.validating(), ResolverKind.VALIDATING),
                Arguments.of(Resolver.strippingDnssec(), ResolverKind.STRIPS_DNSSEC),
                Arguments.of(
                        Resolver.plain().with(DnsFault.rewriteNxdomain("192.0.2.99")),
                        ResolverKind.REWRITES),
                Arguments.of(Resolver.plain().with(DnsFault.noEdns()), ResolverKind.STRIPS_DNSSEC),
                Arguments.of(Resolver.plain().with(DnsFault.servfail()), ResolverKind.UNKNOWN),
                Arguments.of(
                        Resolver.plain().when(QuestionMatch.at("example"), DnsFault.stripDnssec()),
                        ResolverKind.STRIPS_DNSSEC),
                Arguments.of(
                        Resolver.plain().when(QuestionMatch.of(".", "SOA"), DnsFault.servfail()),
                        ResolverKind.PLAIN));
    }

    private static WorldPlan plan() {
        return Lab.plan().zone("z.example", "@ MX 0 .");
    }

    private static ResolverKind kind(Lab lab) {
        return lab.dns.resolverKind(DnsName.of("z.example")).get();
    }

    @ParameterizedTest
    @MethodSource("resolvers")
    void isSeenByWhatItMakesOfTheRootATopDomainAndANameThatCannotExist(
            Resolver resolver, ResolverKind kind) {
        try (Lab lab = Lab.of(plan().resolver(resolver))) {
            assertThat(kind(lab)).isEqualTo(kind);
        }
    }

    @Test
    void isUnknownWhereNothingAnswers() {
        try (Lab lab =
                Lab.of(
                        plan().resolver(Resolver.plain().with(DnsFault.silent())),
                        Duration.ofMillis(300))) {
            assertThat(kind(lab)).isEqualTo(ResolverKind.UNKNOWN);
        }
    }

    @Test
    void anUnsignedTopDomainStripsNothing() {
        try (Lab lab = Lab.of(plan().zone(Zone.unsigned("example", "")))) {
            assertThat(kind(lab)).isEqualTo(ResolverKind.PLAIN);
        }
    }
}
