package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.RELAY_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.RELAY_OPEN;
import static dev.mailcheck.check.FindingCode.RELAY_REFUSED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.Hop;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.RelayAttempt;
import dev.mailcheck.probe.RelayForm;
import dev.mailcheck.probe.RelayPlan;
import dev.mailcheck.probe.RelayTrial;
import dev.mailcheck.probe.RelayTrial.AnyLocalPart;
import dev.mailcheck.probe.SmtpLab;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.probe.Target;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What replies prove, written down instead of held: a row for each rule of the relay check. */
class RelayVerdictTest {
    private static final String HOST = "mx.checked.example";
    private static final SmtpReply OK = new SmtpReply(250, List.of("2.1.5 Ok"));
    private static final SmtpReply DENIED = reply("554 5.7.1 Relay access denied");
    private static final SmtpReply NO_USER = reply("550 5.1.1 No such user");
    private static final SmtpReply LATER = reply("451 4.3.0 Try again later");

    private static SmtpReply reply(String text) {
        return new SmtpReply(Integer.parseInt(text.substring(0, 3)), List.of(text.substring(4)));
    }

    private static RelayTrial trial(
            SmtpReply postmaster, SmtpReply anybody, Map<RelayForm, SmtpReply> but) {
        List<RelayAttempt> attempts = new ArrayList<>();
        for (RelayForm form : RelayForm.values()) {
            SmtpReply usual = form.hop() == Hop.FOREIGN ? DENIED : NO_USER;
            attempts.add(
                    new RelayAttempt(
                            form,
                            "sender",
                            "recipient",
                            Optional.of(OK),
                            Optional.of(but.getOrDefault(form, usual))));
        }
        return new RelayTrial(
                Optional.of(OK),
                Optional.of(postmaster),
                List.of(new AnyLocalPart(Hop.DOMAIN, anybody)),
                attempts,
                List.of());
    }

    private static CheckResult judge(RelayTrial trial, String own, String address, boolean lab) {
        SmtpSession session =
                new SmtpSession(
                        HOST,
                        address,
                        Optional.empty(),
                        Optional.of(Greeting.READY),
                        5,
                        List.of(new SmtpExchange(SmtpStep.EHLO, new SmtpReply(250, List.of(HOST)))),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(trial),
                        own,
                        List.of());
        RelayPlan plan =
                new RelayPlan(
                        Optional.empty(),
                        "stranger.example",
                        "nobody",
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        SmtpObservation smtp =
                new SmtpObservation(Optional.empty(), List.of(session), List.of(), List.of(), plan);
        EgressObservation egress =
                new EgressObservation(
                        Optional.of("NO_CONTROL"), false, List.of(), true, "checker.example");
        Observations seen =
                new Observations(
                        List.of(SmtpLab.mx(false, SmtpLab.host(10, HOST, address)), smtp, egress));
        CheckOptions options = lab ? SmtpLab.relaying() : CheckOptions.DEFAULT;
        Target target = new Target(new Domain("checked.example"), options);
        return Checks.judge(new RelayCheck(), new Judgement(target, seen, SmtpLab.NOW));
    }

    private static String judged(RelayTrial trial) {
        Finding first = judge(trial, "203.0.113.9", "192.0.2.10", true).findings().getFirst();
        String reason = first.arguments().getOrDefault("reason", "");
        return (first.code() + " " + reason).strip();
    }

    private static String judged(RelayForm form, SmtpReply said, SmtpReply anybody) {
        return judged(trial(OK, anybody, Map.of(form, said)));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, RELAY_OPEN",
        "NULL_SENDER, RELAY_TRUSTS_SENDER",
        "OWN_DOMAIN_SENDER, RELAY_TRUSTS_SENDER",
        "POSTMASTER_SENDER, RELAY_TRUSTS_SENDER",
        "HOST_SENDER, RELAY_TRUSTS_SENDER",
        "LITERAL_SENDER, RELAY_TRUSTS_SENDER",
        "SOURCE_ROUTE, RELAY_FOLLOWS_SOURCE_ROUTE",
        "SOURCE_ROUTE_BY_HOST, RELAY_FOLLOWS_SOURCE_ROUTE",
        "SOURCE_ROUTE_BY_LITERAL, RELAY_FOLLOWS_SOURCE_ROUTE",
        "PERCENT, RELAY_DISGUISE_ACCEPTED",
        "QUOTED, RELAY_DISGUISE_ACCEPTED",
        "BANG, RELAY_DISGUISE_ACCEPTED",
        "DOUBLE_PERCENT, RELAY_DISGUISE_ACCEPTED",
        "TWO_AT_SIGNS, RELAY_DISGUISE_ACCEPTED",
        "BANG_AND_PERCENT, RELAY_DISGUISE_ACCEPTED",
        // at other places nobody was tried, so it proves nothing
        "PERCENT_AT_HOST, RELAY_REFUSED",
        "PERCENT_AT_LITERAL, RELAY_REFUSED",
        "QUOTED_WITHOUT_DOMAIN, RELAY_REFUSED"
    })
    void oneAcceptanceIs(RelayForm form, String expected) {
        assertThat(judged(form, OK, NO_USER)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, RELAY_OPEN",
        "SOURCE_ROUTE, RELAY_FOLLOWS_SOURCE_ROUTE",
        "PERCENT, RELAY_REFUSED",
        "QUOTED, RELAY_REFUSED",
        "BANG, RELAY_REFUSED"
    })
    void atAHostThatTakesAnyNameOneAcceptanceIs(RelayForm form, String expected) {
        assertThat(judged(form, OK, OK)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "450 4.2.0 Greylisted",
                "550 5.7.1 Client host blocked using a list",
                "550 5.1.3 Bad address"
            })
    void whereWhoeverNobodyIsWasRefusedForAnotherReasonAcceptancesProveNothing(String said) {
        assertThat(judged(RelayForm.PERCENT, OK, reply(said))).isEqualTo("RELAY_REFUSED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "454 4.7.1 Relay access denied | RELAY_REFUSED",
                "530 5.7.0 Authentication required | RELAY_REFUSED",
                "550 5.1.1 No such user | RELAY_NOT_KNOWN REFUSED_OTHERWISE",
                "550 5.7.1 Access denied | RELAY_NOT_KNOWN REFUSED_OTHERWISE",
                "501 5.1.3 Syntax error | RELAY_NOT_KNOWN REFUSED_OTHERWISE",
                "550 5.1.2 Domain not found | RELAY_NOT_KNOWN REFUSAL_ABOUT_PROBE_DOMAIN",
                "556 5.1.10 nullMX | RELAY_NOT_KNOWN REFUSAL_ABOUT_PROBE_DOMAIN",
                "550 5.1.8 Sender address rejected | RELAY_NOT_KNOWN REFUSAL_ABOUT_SENDER",
                "554 5.7.1 blocked using a list | RELAY_NOT_KNOWN REFUSAL_ABOUT_US",
                "554 5.7.1 nothing from 203.0.113.9 | RELAY_NOT_KNOWN REFUSAL_ABOUT_US",
                "451 4.7.1 Greylisted | RELAY_NOT_KNOWN DEFERRED",
                "421 4.7.0 Too many errors | RELAY_NOT_KNOWN BUSY"
            })
    void toAStrangersPlainAddressARefusalIs(String said, String expected) {
        assertThat(judged(RelayForm.PLAIN, reply(said), NO_USER)).isEqualTo(expected);
    }

    @Test
    void oneFormOfAFamilyStandsForItAndAllOfThemLeaveADoubt() {
        assertThat(judged(RelayForm.PERCENT, LATER, NO_USER)).isEqualTo("RELAY_REFUSED");
        assertThat(
                        judged(
                                trial(
                                        OK,
                                        NO_USER,
                                        Map.of(
                                                RelayForm.PERCENT, LATER,
                                                RelayForm.DOUBLE_PERCENT, LATER,
                                                RelayForm.PERCENT_AT_HOST, LATER,
                                                RelayForm.PERCENT_AT_LITERAL, LATER,
                                                RelayForm.PERCENT_WITHOUT_DOMAIN, LATER))))
                .isEqualTo("RELAY_NOT_KNOWN DEFERRED");
    }

    @Test
    void withoutTheControlRefusalsProveNothingAndAcceptancesDo() {
        SmtpReply listed = reply("554 5.7.1 Client host blocked using a list");

        assertThat(judged(trial(LATER, NO_USER, Map.of()))).isEqualTo("RELAY_NOT_KNOWN DEFERRED");
        assertThat(judged(trial(listed, NO_USER, Map.of())))
                .isEqualTo("RELAY_NOT_KNOWN CONTROL_REFUSED");
        assertThat(judged(trial(listed, NO_USER, Map.of(RelayForm.PLAIN, OK))))
                .isEqualTo("RELAY_OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.10, RELAY_NOT_KNOWN",
        "192.0.2.77, 192.0.2.10, RELAY_NOT_KNOWN",
        "2001:db8:1:2::7, 2001:db8:1:2::25, RELAY_NOT_KNOWN",
        "192.0.3.10, 192.0.2.10, RELAY_OPEN",
        "2001:db8:1:3::7, 2001:db8:1:2::25, RELAY_OPEN",
        "2001:db8:1:2::7, 192.0.2.10, RELAY_OPEN"
    })
    void whoIsInTheServersNetworkMayBeAllowedToRelay(
            String own, String address, FindingCode expected) {
        RelayTrial open = trial(OK, NO_USER, Map.of(RelayForm.PLAIN, OK));

        assertThat(judge(open, own, address, false).findings().getFirst().code())
                .isEqualTo(expected);
        assertThat(judge(open, own, address, true).findings().getFirst().code())
                .isEqualTo(RELAY_OPEN);
    }

    @Test
    void refusalsCountFromInsideToo() {
        assertThat(
                        judge(trial(OK, NO_USER, Map.of()), "192.0.2.77", "192.0.2.10", false)
                                .findings())
                .extracting(Finding::code)
                .containsExactly(RELAY_REFUSED);
        assertThat(RELAY_NOT_KNOWN.level()).isEqualTo(Level.CRITICAL);
    }
}
