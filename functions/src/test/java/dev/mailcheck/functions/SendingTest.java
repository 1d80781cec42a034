package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.dns.Domain;
import dev.mailcheck.functions.PostOffice.Way;
import dev.mailcheck.store.MemoryStores;
import dev.mailcheck.store.StoredRun;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SesException;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What SES may say to an answer, and what becomes of the answer then. */
class SendingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final StoredRun RUN =
            StoredRun.queued(
                    "mail-1",
                    Domain.parse("example.com").orElseThrow(),
                    Optional.empty(),
                    NOW,
                    NOW.plusSeconds(3600));
    private static final Optional<OutgoingMail> ANSWER =
            Optional.of(new OutgoingMail("mail-1", "ann@example.com", new byte[0]));

    private final Deque<RuntimeException> said = new ArrayDeque<>();
    private int handedOver;
    private final Sending sending =
            new Sending(
                    new MemoryStores(CLOCK),
                    (mail, way) -> {
                        if (!said.isEmpty()) {
                            throw said.pop();
                        }
                        handedOver++;
                    },
                    CLOCK,
                    new SecureRandom());

    private void send() {
        sending.once(RUN, Way.OVER_TLS, () -> ANSWER);
    }

    private static AwsServiceException saying(
            AwsServiceException.Builder kind, int status, String code) {
        return kind.statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    @Test
    void whatSesRefusesForGoodIsNotTriedAgain() {
        said.push(saying(MessageRejectedException.builder(), 400, "MessageRejected"));

        assertThatThrownBy(this::send).isInstanceOf(AnswerRefused.class);
        assertThat(handedOver).isZero();
    }

    @Test
    void whatIsTooMuchForSesNowIsSentWhenItIsTriedAgain() {
        said.push(saying(SesException.builder(), 400, "Throttling"));

        assertThatThrownBy(this::send).isInstanceOf(SesException.class);
        send();
        send();
        assertThat(handedOver).isEqualTo(1);
    }

    @Test
    void whereSesDidNotAnswerItMayHaveTheMail() {
        said.push(saying(SesException.builder(), 500, "InternalFailure"));

        assertThatThrownBy(this::send).isInstanceOf(SesException.class);
        assertThatThrownBy(this::send).isInstanceOf(AnswerInDoubt.class);
    }

    @Test
    void noAnswerFromTheNetworkLeavesTheSameDoubt() {
        said.push(SdkClientException.create("time-out"));

        assertThatThrownBy(this::send).isInstanceOf(SdkClientException.class);
        assertThatThrownBy(this::send).isInstanceOf(AnswerInDoubt.class);
    }

    @Test
    void withoutAnAnswerNothingIsSent() {
        assertThatThrownBy(() -> sending.once(RUN, Way.ANYHOW, Optional::empty))
                .isInstanceOf(AnswerRefused.class);
        assertThat(handedOver).isZero();
    }
}
