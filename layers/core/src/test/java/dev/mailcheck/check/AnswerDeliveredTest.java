package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.probe.AnswerDeliveryObservation;
import dev.mailcheck.probe.AnswerDeliveryObservation.Outcome;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/**
 * What the delivery of an answer says of TLS at the domain, where nobody could look and where
 * somebody did.
 */
class AnswerDeliveredTest {
    private static final CheckResult NOT_KNOWN =
            CheckResult.of(
                            CheckId.INBOUND_TLS,
                            List.of(
                                    Finding.of(
                                            FindingCode.INBOUND_TLS_NOT_KNOWN,
                                            "example.com",
                                            "reason",
                                            "PORT_25_CLOSED_HERE")),
                            Map.of())
                    .excusedBy("SWITCHED_OFF");

    private static CheckResult after(CheckResult seen, Outcome outcome) {
        return AnswerDelivered.join(
                seen, new AnswerDeliveryObservation(outcome, "250 ok"), "example.com");
    }

    private static List<FindingCode> codes(CheckResult result) {
        return result.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aDeliveredAnswerProvesTlsAndLeavesOpenHowGoodItIs() {
        CheckResult result = after(NOT_KNOWN, Outcome.DELIVERED);

        assertThat(codes(result))
                .containsExactly(
                        FindingCode.INBOUND_TLS_ANSWER_DELIVERED,
                        FindingCode.INBOUND_TLS_DETAILS_NOT_KNOWN);
        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(result.excuse()).isEmpty();
        assertThat(result.findings().getLast().arguments())
                .containsEntry("reason", "PORT_25_CLOSED_HERE");
        assertThat(result.evidence()).containsKey("answer");
    }

    @Test
    void oneThatWasNotDeliveredProvesNothing() {
        for (Outcome outcome : List.of(Outcome.RETURNED, Outcome.NO_NEWS)) {
            CheckResult result = after(NOT_KNOWN, outcome);

            assertThat(codes(result))
                    .containsExactly(
                            FindingCode.INBOUND_TLS_NOT_KNOWN,
                            FindingCode.INBOUND_TLS_ANSWER_NOT_DELIVERED);
            assertThat(result.status()).isEqualTo(Status.UNDETERMINED);
            assertThat(result.excuse()).hasValue("SWITCHED_OFF");
        }
    }

    @Test
    void whatWasSeenOfTheServersStandsWhateverBecameOfTheAnswer() {
        Finding missing =
                Finding.of(
                        FindingCode.INBOUND_TLS_STARTTLS_MISSING,
                        "mx.example.com",
                        "addresses",
                        "192.0.2.1");
        CheckResult seen = CheckResult.of(CheckId.INBOUND_TLS, List.of(missing), Map.of());

        assertThat(after(seen, Outcome.DELIVERED).findings()).contains(missing);
        assertThat(after(seen, Outcome.DELIVERED).status()).isEqualTo(Status.FAIL);
        assertThat(after(seen, Outcome.NO_NEWS).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void anAnswerThatIsNotDeliveredSpoilsNoJudgementOfTheServers() {
        Finding works =
                Finding.of(
                        FindingCode.INBOUND_TLS_STARTTLS_WORKS,
                        "mx.example.com",
                        "addresses",
                        "192.0.2.1");
        CheckResult seen = CheckResult.of(CheckId.INBOUND_TLS, List.of(works), Map.of());

        assertThat(after(seen, Outcome.RETURNED).status()).isEqualTo(Status.PASS);
    }

    @Test
    void whatAServerSaysIsCutShort() {
        assertThat(new AnswerDeliveryObservation(Outcome.RETURNED, "x".repeat(10_000)).detail())
                .hasSize(300);
    }
}
