package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.net.ConnectFailure;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.smtp.SmtpHost;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the probe learns from control hosts. */
class EgressProbeTest {
    private static final String V4 = "198.51.100.10";
    private static final String V6 = "2001:db8:25::10";
    private static final List<String> BUILT_IN =
            ControlHost.builtIn().stream().map(ControlHost::host).toList();

    private static EgressObservation see(SmtpLab lab, CheckOptions options, Dns dns) {
        Target target = lab.with(options).target("sound.example");
        return new EgressProbe()
                .observe(
                        target,
                        new Observations(List.of()),
                        lab.doors(dns, Deadline.in(Duration.ofSeconds(60))));
    }

    private static EgressObservation see(
            UnaryOperator<WorldPlan> plan, String control, Map<String, Map<String, ?>> zone) {
        try (SmtpLab lab = new SmtpLab(plan)) {
            return see(lab, SmtpLab.options(control), ZoneDns.of(zone));
        }
    }

    private static SmtpHost mailHost(String name) {
        return SmtpHost.sound(name, name);
    }

    @Test
    void aNamedControlIsGreetedAndLeft() {
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            EgressObservation seen =
                    see(lab, SmtpLab.options("control.example:25"), lab.doors().dns());

            assertThat(seen.named()).isTrue();
            assertThat(seen.controls()).hasSize(1);
            assertThat(seen.controls().getFirst().features().offers("STARTTLS")).isTrue();
            assertThat(lab.world().smtpLog(WorldPlan.CONTROL_ADDRESS).commands())
                    .containsExactly("EHLO checker.example", "QUIT");
        }
    }

    @Test
    void bothFamiliesAreTriedWhereWeHaveThem() {
        Map<String, Map<String, ?>> zone =
                Map.of("mx.big.example", Map.of("A", List.of(V4), "AAAA", List.of(V6)));

        EgressObservation seen =
                see(
                        plan -> plan.smtp(V4, mailHost("mx.big.example")).refuses(V6),
                        "mx.big.example",
                        zone);

        assertThat(seen.controls()).extracting(SmtpSession::address).containsExactly(V4, V6);
        assertThat(seen.controls().get(1).notConnected()).contains(ConnectFailure.REFUSED);
    }

    @Test
    void withoutIpv6ItsAddressesAreLeftAlone() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(V4, mailHost("mx.big.example")), false)) {
            EgressObservation seen =
                    see(
                            lab,
                            SmtpLab.options("mx.big.example"),
                            ZoneDns.of(
                                    Map.of(
                                            "mx.big.example",
                                            Map.of("A", List.of(V4), "AAAA", List.of(V6)))));

            assertThat(seen.ipv6()).isFalse();
            assertThat(seen.controls()).extracting(SmtpSession::address).containsExactly(V4);
        }
    }

    @Test
    void anAddressMayBeNamedInsteadOfAHost() {
        EgressObservation seen =
                see(plan -> plan.smtp(V6, mailHost("mx.big.example")), "[" + V6 + "]:25", Map.of());

        assertThat(seen.controls()).hasSize(1).allMatch(SmtpSession::welcomed);
    }

    @Test
    void ofTheBuiltInOnesTheFirstThatWelcomesUsIsEnough() {
        EgressObservation seen = builtIn(plan -> plan.smtp(V4, mailHost(BUILT_IN.getFirst())));

        assertThat(seen.named()).isFalse();
        assertThat(seen.controls())
                .extracting(SmtpSession::host)
                .containsExactly(BUILT_IN.getFirst());
    }

    @Test
    void whereTheFirstFailsASecondIsTriedAndNoThird() {
        EgressObservation seen = builtIn(plan -> plan.refuses(V4));

        assertThat(seen.controls())
                .extracting(SmtpSession::host)
                .containsExactlyElementsOf(BUILT_IN.subList(0, 2));
    }

    private static EgressObservation builtIn(UnaryOperator<WorldPlan> plan) {
        Map<String, Map<String, ?>> zone = new HashMap<>();
        BUILT_IN.forEach(host -> zone.put(host, Map.of("A", List.of(V4))));
        CheckOptions named = SmtpLab.options("");
        try (SmtpLab lab = new SmtpLab(plan)) {
            return see(lab, withControl(named, Optional.empty()), ZoneDns.of(zone));
        }
    }

    private static CheckOptions withControl(CheckOptions options, Optional<String> control) {
        return new CheckOptions(
                options.selectors(),
                options.smtp(),
                options.smtpPort(),
                options.ehlo(),
                options.probeDomain(),
                options.relayProbe(),
                control,
                options.dnsbl(),
                options.uribl(),
                options.network(),
                options.lab());
    }

    @Test
    void withoutControlItSaysSo() {
        assertThat(see(plan -> plan, "none", Map.of()).notProbed()).contains("NO_CONTROL");
        assertThat(see(plan -> plan, "nowhere.example", Map.of()).controls()).isEmpty();
    }

    @Test
    void whereNothingMayBeSentNothingIs() {
        try (SmtpLab lab = new SmtpLab(plan -> plan)) {
            EgressObservation seen = see(lab, SmtpLab.withoutSmtp(), lab.doors().dns());

            assertThat(seen.notProbed()).contains("SWITCHED_OFF");
            assertThat(lab.world().smtpLog(WorldPlan.CONTROL_ADDRESS).sessions()).isEmpty();
        }
    }

    @Test
    void hostAndPortAreReadInEveryForm() {
        assertThat(ControlHost.parse("mx.example:2525", 25))
                .contains(new ControlHost("mx.example", 2525));
        assertThat(ControlHost.parse("mx.example", 25)).contains(new ControlHost("mx.example", 25));
        assertThat(ControlHost.parse("[2001:db8::1]:2525", 25))
                .contains(new ControlHost("2001:db8::1", 2525));
        assertThat(ControlHost.parse("192.0.2.1:25", 25))
                .contains(new ControlHost("192.0.2.1", 25));
        assertThat(ControlHost.parse("2001:db8::1", 25)).isEmpty();
        assertThat(ControlHost.parse("", 25)).isEmpty();
    }

    @Test
    void theBuiltInListHoldsHostNames() {
        assertThat(BUILT_IN).hasSizeGreaterThanOrEqualTo(2).allMatch(host -> host.contains("."));
    }
}
