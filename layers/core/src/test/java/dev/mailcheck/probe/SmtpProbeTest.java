package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.world.smtp.SmtpHost;

import org.junit.jupiter.api.Test;

/** What the probe sees of hosts of the test world, and what they see of it. */
class SmtpProbeTest {
    private static final String ADDRESS = "192.0.2.10";
    private static final MxHost HOST = SmtpLab.host(10, "mx1.sound.example", ADDRESS);

    private static SmtpHost sound() {
        return SmtpHost.sound("mx1.sound.example", "sound.example");
    }

    private static SmtpSession only(Observations seen) {
        return seen.get(SmtpObservation.class).sessions().getFirst();
    }

    @Test
    void aSoundHostIsSeenFromBannerToQuit() {
        try (SmtpLab lab = new SmtpLab(plan -> plan.smtp(ADDRESS, sound()))) {
            SmtpSession session = only(lab.see("sound.example", HOST));

            assertThat(session.trouble()).isEmpty();
            assertThat(session.greeting()).contains(Greeting.READY);
            assertThat(session.exchanges())
                    .extracting(SmtpExchange::step)
                    .containsExactly(
                            SmtpStep.BANNER,
                            SmtpStep.EHLO,
                            SmtpStep.STARTTLS,
                            SmtpStep.EHLO_OVER_TLS,
                            SmtpStep.MAIL_FROM,
                            SmtpStep.RCPT_POSTMASTER,
                            SmtpStep.RCPT_ABUSE,
                            SmtpStep.RSET);
            assertThat(session.tls().orElseThrow().completed()).isTrue();
            assertThat(session.tls().orElseThrow().version()).contains("TLSv1.3");
            assertThat(session.tls().orElseThrow().trust().orElseThrow().trusted()).isTrue();
            assertThat(lab.world().smtpLog(ADDRESS).alwaysQuit()).isTrue();
            assertThat(lab.world().smtpLog(ADDRESS).saw("DATA")).isFalse();
        }
    }
}
