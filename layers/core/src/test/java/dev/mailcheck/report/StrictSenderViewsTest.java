package dev.mailcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.StrictDelivery;
import dev.mailcheck.check.StrictDelivery.Delivers;
import dev.mailcheck.check.StrictDelivery.DeliversDespite;
import dev.mailcheck.check.StrictDelivery.NoRule;
import dev.mailcheck.check.StrictDelivery.NotKnown;
import dev.mailcheck.check.StrictDelivery.Refuses;
import dev.mailcheck.check.StrictSenders;
import dev.mailcheck.report.Report.StrictSender;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class StrictSenderViewsTest {
    static Stream<Arguments> deliveries() {
        return Stream.of(
                Arguments.of(
                        new Refuses("EXPIRED"),
                        new NoRule("STS_NOT_IN_FORCE"),
                        "refuses",
                        "none",
                        "MTA-STS: a certificate has expired. DANE: no policy is in force."),
                Arguments.of(
                        new DeliversDespite("NO_STARTTLS"),
                        new Delivers("STS_POLICY_MET"),
                        "delivers",
                        "delivers",
                        "MTA-STS: delivered in mode testing only; the server does not start TLS."
                                + " DANE: the host is in the policy and its certificate is good."),
                Arguments.of(
                        new NotKnown("BUSY"),
                        new NotKnown("DEADLINE"),
                        null,
                        null,
                        "MTA-STS: not known; the server is too busy for us (421). DANE: not known;"
                                + " the check ran out of time."));
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("deliveries")
    void whatIsNotKnownHasNoWordButAReason(
            StrictDelivery mtaSts, StrictDelivery dane, String first, String second, String why) {
        StrictSenders at = new StrictSenders("mx.example", "192.0.2.1", mtaSts, dane);

        assertThat(new StrictSenderViews(new Words(Language.EN)).of(at))
                .isEqualTo(new StrictSender("mx.example", "192.0.2.1", first, second, why));
    }
}
