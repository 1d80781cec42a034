package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/** The parts of the plan: the opt-out, whose a host is, and how addresses are written. */
class RelayPlanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "probe=none",
                "PROBE=NONE",
                " probe = none ",
                "v=mailcheck1; probe=none; contact=postmaster",
                "probe=\"none\"",
                "contact=x,probe=none"
            })
    void thisSaysNo(String text) {
        assertThat(OptOut.isSaid(List.of("something else", text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "probe=all",
                "probe=nonesuch",
                "noprobe=none",
                "probe",
                "none",
                "v=spf1"
            })
    void thisDoesNot(String text) {
        assertThat(OptOut.isSaid(List.of(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mx1.provider.example, mx2.provider.example, true",
        "aspmx.l.google.com, alt1.aspmx.l.google.com, true",
        "a-com.mail.protection.outlook.com, b-org.mail.protection.outlook.com, true",
        "mx.one.co.jp, mx.two.co.jp, false",
        "mx1.one.co.jp, mx2.one.co.jp, true",
        "mx.one.com, mx.two.com, false",
        "192.0.2.1, 192.0.2.1, false",
        "192.0.2.1, mx.one.com, false"
    })
    void ofTwoHostsTheNamesTellWhetherTheyHaveOneOperator(String one, String two, boolean same) {
        assertThat(Operator.isOne(one, two)).isEqualTo(same);
    }

    private static RelayPaths paths(String host, String address) {
        return new RelayPaths(
                "sound.example", new MailServer(host, address, 25), "stranger.example", "nobody-1");
    }

    @Test
    void anIpv6AddressIsALiteralWithItsTag() {
        RelayPaths paths = paths("mx.sound.example", "2001:db8::25");

        assertThat(paths.forwardPath(RelayForm.PERCENT_AT_LITERAL))
                .isEqualTo("mailcheck-probe%stranger.example@[IPv6:2001:db8::25]");
        assertThat(paths.anybody(Hop.LITERAL)).contains("nobody-1@[IPv6:2001:db8::25]");
    }

    @Test
    void aHostWithoutANameOfItsOwnHasNoFormsByIt() {
        for (RelayPaths paths :
                List.of(
                        paths("192.0.2.1", "192.0.2.1"),
                        paths("localhost", "192.0.2.1"),
                        paths("sound.example", "192.0.2.1"))) {
            assertThat(RelayForm.values())
                    .filteredOn(form -> !paths.canFill(form))
                    .containsExactly(
                            RelayForm.HOST_SENDER,
                            RelayForm.SOURCE_ROUTE_BY_HOST,
                            RelayForm.PERCENT_AT_HOST);
        }
    }

    @Test
    void noWordOfOursIsAboutRelaying() {
        RelayPaths paths = paths("mx.sound.example", "192.0.2.1");

        assertThat(RelayForm.values())
                .noneMatch(form ->
                        (paths.forwardPath(form) + paths.reversePath(form)).contains("relay"));
    }

    @Test
    void atItsOwnMailHostsTheProbeDomainIsAtHome() {
        RelayPlan plan =
                new RelayPlan(
                        Optional.empty(),
                        "stranger.example",
                        "nobody-1",
                        Optional.empty(),
                        Optional.empty(),
                        List.of("mx.stranger.example", "192.0.2.7"));

        assertThat(plan.isAtHome("mx2.stranger.example", "192.0.2.99")).isTrue();
        assertThat(plan.isAtHome("mx.other.example", "192.0.2.7")).isTrue();
        assertThat(plan.isAtHome("mx.other.example", "192.0.2.8")).isFalse();
    }
}
