package dev.mailcheck.check;

import static dev.mailcheck.check.Port25.CONTROL;
import static dev.mailcheck.check.Port25.control;
import static dev.mailcheck.check.Port25.greeting;
import static dev.mailcheck.check.Port25.noControl;
import static dev.mailcheck.check.Port25.refusing;
import static dev.mailcheck.check.Port25.seen;
import static dev.mailcheck.check.Port25.sound;
import static dev.mailcheck.check.Port25.unreached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpSession;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Whose fault it is that a server is not reached, or offers no STARTTLS. */
class VantageTest {
    private static final String V4 = "192.0.2.1";
    private static final String V6 = "2001:db8::1";
    private static final String CONTROL_V4 = "198.51.100.1";
    private static final String CONTROL_V6 = "2001:db8:25::1";

    private static final SmtpSession SOUND_CONTROL = sound(CONTROL, CONTROL_V4);
    private static final SmtpSession DEAD_CONTROL = unreached(CONTROL, CONTROL_V4);
    private static final SmtpSession DEAD = unreached("mx1.example", V4);
    private static final SmtpSession PLAIN = greeting("mx1.example", V4, "mx1.example");

    private static Vantage vantage(EgressObservation egress, SmtpSession... sessions) {
        return Vantage.of(seen(egress, sessions));
    }

    @Test
    void aControlThatGreetsShowsThatThePortIsOpen() {
        Vantage vantage = vantage(control(false, false, SOUND_CONTROL), DEAD);

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.OPEN);
        assertThat(vantage.excuseForSilence(DEAD)).isEmpty();
        assertThat(vantage.excuseForNoStartTls(PLAIN)).isEmpty();
    }

    @Test
    void whereTheControlFailsTooThePortIsClosedHere() {
        Vantage vantage = vantage(control(false, false, DEAD_CONTROL), DEAD);

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.CLOSED);
        assertThat(vantage.excuseForSilence(DEAD)).contains("PORT_25_CLOSED_HERE");
    }

    @Test
    void aTargetThatGreetsShowsItWhereTheControlIsDead() {
        Vantage vantage =
                vantage(
                        control(false, false, DEAD_CONTROL),
                        DEAD,
                        sound("mx2.example", "192.0.2.2"));

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.OPEN);
        assertThat(vantage.excuseForSilence(DEAD)).isEmpty();
        assertThat(vantage.excuseForNoStartTls(PLAIN)).isEmpty();
    }

    @Test
    void oneAddressIsNoWitnessForItself() {
        Vantage vantage = vantage(noControl(), PLAIN);

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.OPEN);
        assertThat(vantage.excuseForNoStartTls(PLAIN)).contains("NO_CONTROL");
        assertThat(vantage.excuseForSilence(PLAIN)).contains("NO_CONTROL");
    }

    @Test
    void withoutControlAndWithoutAnswerNothingIsKnown() {
        Vantage vantage = vantage(noControl(), DEAD, refusing("mx2.example", "192.0.2.2"));

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.UNKNOWN);
        assertThat(vantage.excuseForSilence(DEAD)).contains("NO_CONTROL");
    }

    @Test
    void aControlThatDoesNotLetUsInShowsAnOpenPortButNotWhoStripsStartTls() {
        SmtpSession busy = greetingOf("Closing");
        Vantage vantage = vantage(control(false, false, busy), DEAD);

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.OPEN);
        assertThat(vantage.excuseForSilence(DEAD)).isEmpty();
        assertThat(vantage.excuseForNoStartTls(PLAIN)).contains("CONTROL_SILENT");
    }

    private static SmtpSession greetingOf(String text) {
        SmtpSession plain = greeting(CONTROL, CONTROL_V4, text);
        return new SmtpSession(
                plain.host(),
                plain.address(),
                plain.notConnected(),
                java.util.Optional.of(dev.mailcheck.smtp.Greeting.CLOSING),
                1,
                List.of(plain.exchanges().getFirst()),
                false,
                plain.tls(),
                plain.trouble(),
                plain.ownAddress(),
                List.of());
    }

    @Test
    void aControlWithoutStartTlsIsAnIntercepter() {
        SmtpSession stripped = greeting(CONTROL, CONTROL_V4, CONTROL + " ESMTP");
        Vantage vantage = vantage(control(false, false, stripped), sound("mx1.example", V4));

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.INTERCEPTED);
        assertThat(vantage.obstacle()).contains("SMTP_INTERCEPTED_HERE");
    }

    @Test
    void oneOfTwoControlsWithStartTlsIsEnough() {
        SmtpSession plain = greeting("other.example", "198.51.100.2", "other.example");
        Vantage vantage = vantage(control(false, false, plain, SOUND_CONTROL), DEAD);

        assertThat(vantage.obstacle()).isEmpty();
    }

    @Test
    void aForeignBannerCountsWhereTheControlWasNamed() {
        SmtpSession foreign = greeting(CONTROL, CONTROL_V4, "mx.isp.example ESMTP", "STARTTLS");

        assertThat(vantage(control(true, false, foreign)).obstacle())
                .contains("SMTP_INTERCEPTED_HERE");
        assertThat(vantage(control(false, false, foreign)).obstacle()).isEmpty();
    }

    @Test
    void aBannerOfTheSameOwnerOrWithoutNameIsNotForeign() {
        SmtpSession sibling =
                greeting("mx.control.example", CONTROL_V4, "in2.control.example", "STARTTLS");
        SmtpSession nameless = greeting(CONTROL, CONTROL_V4, "ready", "STARTTLS");
        SmtpSession literal = greeting(CONTROL_V4, CONTROL_V4, "mx.isp.example", "STARTTLS");

        assertThat(vantage(control(true, false, sibling)).obstacle()).isEmpty();
        assertThat(vantage(control(true, false, nameless)).obstacle()).isEmpty();
        assertThat(vantage(control(true, false, literal)).obstacle()).isEmpty();
    }

    @Test
    void withoutIpv6HereAnAddressOfItIsNotToBlame() {
        SmtpSession dead6 = unreached("mx1.example", V6);

        assertThat(vantage(control(false, false, SOUND_CONTROL), dead6).excuseForSilence(dead6))
                .contains("NO_IPV6_HERE");
    }

    @Test
    void whatIpv4ShowsHoldsForIpv6OnlyWhereNoControlOfItWasTried() {
        SmtpSession dead6 = unreached("mx1.example", V6);
        SmtpSession control6 = sound(CONTROL, CONTROL_V6);
        SmtpSession deadControl6 = unreached(CONTROL, CONTROL_V6);

        assertThat(vantage(control(false, true, SOUND_CONTROL), dead6).excuseForSilence(dead6))
                .isEmpty();
        assertThat(
                        vantage(control(false, true, SOUND_CONTROL, control6), dead6)
                                .excuseForSilence(dead6))
                .isEmpty();
        assertThat(
                        vantage(control(false, true, SOUND_CONTROL, deadControl6), dead6)
                                .excuseForSilence(dead6))
                .contains("PORT_25_CLOSED_HERE");
    }

    @Test
    void ofNothingSeenNothingIsSaid() {
        Vantage vantage = Vantage.of(new Observations(List.of()));

        assertThat(vantage.port25()).isEqualTo(Vantage.Port25.UNKNOWN);
        assertThat(vantage.obstacle()).isEmpty();
        assertThat(vantage.excuseForSilence(DEAD)).contains("NO_CONTROL");
    }
}
