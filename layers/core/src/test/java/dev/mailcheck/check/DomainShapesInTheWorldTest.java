package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.grade.Grade;
import dev.mailcheck.grade.Grading;
import dev.mailcheck.grade.NotRun;
import dev.mailcheck.world.Port25;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.smtp.SmtpHost;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.function.UnaryOperator;

/** Domains without MX, without mail, with IPv6: whole checks in the test world. */
final class DomainShapesInTheWorldTest {
    private static final String PARKED =
            """
            @              MX  0 .
            @              TXT "v=spf1 -all"
            _dmarc         TXT "v=DMARC1; p=reject;"
            *._domainkey   TXT "v=DKIM1; p="
            """;

    private static Grade grade(WorldScenario scenario) {
        return Grading.of(scenario.results(), NotRun.inDomainReport()).grade();
    }

    private static WorldPlan withoutMx(WorldPlan plan) {
        return plan.zone("example.test", "@ A 192.0.2.10");
    }

    @Test
    void aDomainWithoutMxWhoseOwnAddressAnswers() {
        WorldScenario scenario =
                WorldScenario.of(
                        "example.test",
                        plan ->
                                withoutMx(plan)
                                        .smtp(
                                                "192.0.2.10",
                                                SmtpHost.sound("example.test", "example.test")));

        assertThat(scenario.codes(CheckId.MX)).contains("MX_IMPLICIT", "MX_CONNECT_WORKS");
        assertThat(scenario.result(CheckId.MX).status()).isEqualTo(Status.WARN);
    }

    @Test
    void theRecordProposedForADomainWithoutMxMendsIt() {
        UnaryOperator<WorldPlan> world =
                plan ->
                        withoutMx(plan)
                                .smtp("192.0.2.10", SmtpHost.sound("example.test", "example.test"));
        ProposedRecord record =
                WorldScenario.of("example.test", world)
                        .result(CheckId.MX)
                        .findings()
                        .getFirst()
                        .record()
                        .orElseThrow();

        assertThat(
                        WorldScenario.of("example.test", world, List.of(Scenario.whatIf(record)))
                                .codes(CheckId.MX))
                .contains("MX_PUBLISHED", "MX_TARGETS_PUBLIC")
                .doesNotContain("MX_IMPLICIT");
    }

    @Test
    void aDomainWithoutMxWhoseOwnAddressRefuses() {
        WorldScenario scenario =
                WorldScenario.of("example.test", plan -> withoutMx(plan).refuses("192.0.2.10"));

        assertThat(scenario.codes(CheckId.MX)).containsExactly("MX_NONE");
    }

    @Test
    void aDomainWithoutMxSeenFromWherePort25IsClosed() {
        WorldScenario scenario =
                WorldScenario.of(
                        "example.test", plan -> withoutMx(plan).port25(new Port25.Closed()));

        assertThat(scenario.codes(CheckId.MX)).containsExactly("MX_IMPLICIT_NOT_KNOWN");
        assertThat(scenario.result(CheckId.MX).findings().getFirst().arguments())
                .containsEntry("reason", "PORT_25_CLOSED_HERE");
    }

    @Test
    void aDomainWithoutMailThatSaysSoIsSecure() {
        WorldScenario scenario =
                WorldScenario.of("parked.test", plan -> plan.zone("parked.test", PARKED));

        assertThat(scenario.codes(CheckId.DNS)).contains("DNS_PARKED");
        assertThat(scenario.codes(CheckId.MX)).containsExactly("MX_NULL");
        assertThat(grade(scenario)).isEqualTo(Grade.SECURE);
        assertThat(
                        List.of(
                                CheckId.INBOUND_TLS,
                                CheckId.DKIM,
                                CheckId.REVERSE_DNS,
                                CheckId.TLS_RPT,
                                CheckId.BIMI))
                .allMatch(check -> scenario.result(check).status() == Status.NOT_APPLICABLE);
    }

    @Test
    void aParkedDomainWithAWebServerHasNoMailServerToJudge() {
        String zone = PARKED.replace("@              MX  0 .", "@ A 192.0.2.80");
        WorldScenario scenario =
                WorldScenario.of(
                        "parked.test",
                        plan -> plan.zone("parked.test", zone).refuses("192.0.2.80"));

        assertThat(scenario.codes(CheckId.MX)).containsExactly("MX_NOT_NEEDED");
        assertThat(scenario.codes(CheckId.DNS)).contains("DNS_PARKED_WITHOUT_NULL_MX");
        assertThat(scenario.result(CheckId.INBOUND_TLS).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(scenario.result(CheckId.REVERSE_DNS).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(grade(scenario)).isEqualTo(Grade.SECURE);
    }

    @ParameterizedTest
    @CsvSource({
        "p=reject,           p=none,  DNS_PARKED_WITHOUT_REJECT, MAIL_SYSTEM_NEEDS_WORK",
        "v=spf1 -all,        v=spf1 +all, DNS_PARKED_SPF_PASSES_ALL, MAIL_SYSTEM_NEEDS_WORK",
        "*._domainkey,       other, DNS_PARKED_WITHOUT_KEY_WILDCARD, SECURE",
    })
    void aDomainWithoutMailThatHalfSaysSo(String right, String wrong, String code, Grade grade) {
        WorldScenario scenario =
                WorldScenario.of(
                        "parked.test",
                        plan -> plan.zone("parked.test", PARKED.replace(right, wrong)));

        assertThat(scenario.codes(CheckId.DNS)).contains(code);
        assertThat(grade(scenario)).isEqualTo(grade);
    }

    private static WorldPlan withIpv6(WorldPlan plan) {
        return plan.zone("example.test", "@ MX 10 mx\nmx A 192.0.2.10\nmx AAAA 2001:db8::10\n");
    }

    @Test
    void aMailHostThatAnswersOverIpv6() {
        SmtpHost host = SmtpHost.sound("mx.example.test", "example.test");
        WorldScenario scenario =
                WorldScenario.of(
                        "example.test",
                        plan -> withIpv6(plan).smtp("192.0.2.10", host).smtp("2001:db8::10", host));

        assertThat(scenario.codes(CheckId.IPV6))
                .containsExactly("IPV6_TWO_NAME_SERVERS", "IPV6_EVERY_MX", "IPV6_MX_ANSWERS");
    }

    @Test
    void anIpv6AddressThatRefusesWhileTheHostAnswersOverIpv4() {
        WorldScenario scenario =
                WorldScenario.of(
                        "example.test",
                        plan ->
                                withIpv6(plan)
                                        .smtp(
                                                "192.0.2.10",
                                                SmtpHost.sound("mx.example.test", "example.test"))
                                        .refuses("2001:db8::10"));

        assertThat(scenario.codes(CheckId.IPV6))
                .containsExactly("IPV6_TWO_NAME_SERVERS", "IPV6_EVERY_MX", "IPV6_MX_DEAD");
    }

    @Test
    void anIpv6AddressThatCannotBeReachedFromHereIsNotKnown() {
        WorldScenario scenario =
                WorldScenario.of(
                        "example.test",
                        plan ->
                                withIpv6(plan)
                                        .smtp(
                                                "192.0.2.10",
                                                SmtpHost.sound("mx.example.test", "example.test"))
                                        .withoutIpv6());

        assertThat(scenario.codes(CheckId.IPV6))
                .containsExactly(
                        "IPV6_TWO_NAME_SERVERS", "IPV6_EVERY_MX", "IPV6_MX_REACH_NOT_KNOWN");
    }
}
