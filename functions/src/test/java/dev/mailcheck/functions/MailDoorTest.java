package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.functions.MailByHand.Death;
import dev.mailcheck.functions.MailNext.Reply;
import dev.mailcheck.functions.PostOffice.Way;
import dev.mailcheck.functions.store.S3Mails.Rule;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.store.RunStatus;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The mail door's steps: each done twice, after each other's death, with news in any order. */
class MailDoorTest {
    private static final String ID = "4b2o7q1h3r5t8v0x2z4c6e8g0i2k4m6o8q0s2u4w";
    private static final String SAMPLE_RUN = "mail-0123456789abcdef0123456789abcdef";

    private final MailByHand door = new MailByHand();

    @BeforeEach
    void mailIsThere() throws IOException {
        door.put(Rule.ANY, ID, eml());
    }

    private static byte[] eml() throws IOException {
        return Files.readAllBytes(
                Path.of(System.getProperty("mailcheck.root", ".."), "events", "ses-mail.eml"));
    }

    private static String news(String name, String run) throws IOException {
        return MailByHand.event(name).replace(SAMPLE_RUN, run);
    }

    private String taken() throws IOException {
        door.arrival(MailByHand.event("ses-mail-to-any.json"));
        return door.onlyRun();
    }

    private String reported() throws IOException {
        String run = taken();
        door.look(run);
        assertThat(door.report(run)).isEqualTo(new MailNext(Reply.OVER_TLS, false, false, false));
        return run;
    }

    @Test
    void tenOfTheSameEventAreOneRun() throws IOException {
        for (int i = 0; i < 10; i++) {
            door.arrival(MailByHand.event("ses-mail-to-any.json"));
        }

        assertThat(door.started()).hasSize(1);
        assertThat(door.started().get(door.onlyRun()))
                .contains("\"kind\":\"full\"", "\"sound.example\"", "\"domain\":true");
    }

    @Test
    void whatSesWroteOnTopIsTheEnvelope() throws IOException {
        String run = taken();

        assertThat(door.parts().desk().arrival(run))
                .hasValueSatisfying(arrival -> {
                    assertThat(arrival.mailFrom()).isEqualTo("ann@sound.example");
                    assertThat(arrival.clientIp()).hasValue("192.0.2.10");
                    assertThat(arrival.helo()).hasValue("mx1.sound.example");
                    assertThat(arrival.tlsVersion()).isEmpty();
                });
    }

    /** Whatever dies after a step, the step is done again. */
    @Test
    void eachStepDoneTwiceIsOneReportAndOneReply() throws IOException {
        door.arrival(MailByHand.event("ses-mail-to-any.json"));
        String run = taken();
        for (int i = 0; i < 2; i++) {
            door.look(run);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(door.report(run).reply()).isEqualTo(Reply.OVER_TLS);
        }
        for (int i = 0; i < 2; i++) {
            door.answer(run, "token" + i);
        }
        for (int i = 0; i < 2; i++) {
            door.news(news("ses-answer-delivered.json", run));
        }
        for (int i = 0; i < 2; i++) {
            assertThat(door.report(run, "").delivered()).isTrue();
        }

        assertThat(door.sent).containsExactly(Way.OVER_TLS);
        assertThat(door.woken()).containsExactly("token1");
        assertThat(door.reportJson(run, "en")).contains("INBOUND_TLS_ANSWER_DELIVERED");
        assertThat(door.parts().stores().results().run(run).orElseThrow().status())
                .isEqualTo(RunStatus.DONE);
    }

    @Test
    void theAnswerGoesToTheSenderWithReportAndLink() throws IOException {
        String run = reported();
        door.answer(run, "token");

        assertThat(door.answers).hasSize(1);
        assertThat(door.answers.getFirst().to()).isEqualTo("ann@sound.example");
        assertThat(new String(door.answers.getFirst().content(), StandardCharsets.UTF_8))
                .contains("Auto-Submitted: auto-replied", "In-Reply-To: <one@sound.example>")
                .contains("https://check.example/checks/");
    }

    @Test
    void whereSomebodyDiedBeforeSesHadTheMailItIsSentAfterAWhile() throws IOException {
        String run = reported();
        door.dies(Death.BEFORE);
        assertThatThrownBy(() -> door.answer(run, "token1")).hasMessage("died before");
        assertThatThrownBy(() -> door.answer(run, "token2")).isInstanceOf(AnswerInDoubt.class);
        door.later(Sending.DOUBT);
        door.answer(run, "token3");

        assertThat(door.sent).containsExactly(Way.OVER_TLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ses-answer-sent.json", "ses-answer-delivered.json"})
    void whereSomebodyDiedAfterwardsSesItselfTellsThatItHasTheMail(String event)
            throws IOException {
        String run = reported();
        door.dies(Death.AFTER);
        assertThatThrownBy(() -> door.answer(run, "token1")).hasMessage("died after");
        door.news(news(event, run));
        door.later(Sending.DOUBT.multipliedBy(2));
        door.answer(run, "token2");
        door.news(news("ses-answer-delivered.json", run));

        assertThat(door.sent).containsExactly(Way.OVER_TLS);
        assertThat(door.woken()).last().isEqualTo("token2");
        assertThat(door.report(run, "").delivered()).isTrue();
    }

    @Test
    void newsInAnyOrderAndTenTimesIsWhatTheFirstEndOfTheMailSays() throws IOException {
        for (int seed = 0; seed < 5; seed++) {
            MailByHand other = new MailByHand();
            other.put(Rule.ANY, ID, eml());
            other.arrival(MailByHand.event("ses-mail-to-any.json"));
            String run = other.onlyRun();
            other.look(run);
            other.report(run);
            other.answer(run, "token");
            List<String> events =
                    new ArrayList<>(
                            Stream.of(
                                            "ses-answer-sent.json",
                                            "ses-answer-delayed.json",
                                            "ses-answer-delivered.json")
                                    .flatMap(name -> Collections.nCopies(10, name).stream())
                                    .toList());
            Collections.shuffle(events, new Random(seed));
            for (String event : events) {
                other.news(news(event, run));
            }

            assertThat(other.woken()).containsExactly("token");
            assertThat(other.report(run, "").delivered()).isTrue();
            assertThat(other.sent).hasSize(1);
        }
    }

    @Test
    void anAnswerThatComesBackGoesOnceMoreWithoutTheCondition() throws IOException {
        String run = reported();
        door.answer(run, "token");
        door.news(news("ses-answer-bounced.json", run));
        assertThat(door.report(run, "").delivered()).isFalse();
        door.answer(run, "");
        door.answer(run, "");

        assertThat(door.sent).containsExactly(Way.OVER_TLS, Way.ANYHOW);
        assertThat(door.reportJson(run, "ja"))
                .contains("INBOUND_TLS_ANSWER_NOT_DELIVERED", "ANSWER_RETURNED")
                .doesNotContain("INBOUND_TLS_ANSWER_DELIVERED");
    }

    @Test
    void aDelayIsNotTheEnd() throws IOException {
        String run = reported();
        door.answer(run, "token");
        door.news(news("ses-answer-delayed.json", run));

        assertThat(door.woken()).isEmpty();
    }

    @Test
    void whereNothingIsHeardInTimeThatIsNotKnown() throws IOException {
        String run = reported();
        door.answer(run, "token");
        assertThat(door.report(run, "answer").delivered()).isFalse();

        assertThat(door.reportJson(run, "en"))
                .contains("INBOUND_TLS_ANSWER_NOT_DELIVERED", "ANSWER_NO_NEWS");
    }

    @Test
    void newsOfOtherMailsIsNoNews() throws IOException {
        String run = reported();
        door.answer(run, "token");
        door.news(MailByHand.event("ses-answer-delivered.json"));
        door.news(news("ses-answer-delivered.json", run).replace("OVER_TLS", "ANYHOW"));
        door.news("{\"detail\":{\"eventType\":\"Delivery\",\"mail\":{}}}");

        assertThat(door.woken()).isEmpty();
    }

    @Test
    void newsThatWasNotDeliveredIsHeardFromTheQueue() throws IOException {
        String run = reported();
        door.answer(run, "token");
        String body =
                news("ses-answer-delivered.json", run).replace("\n", "").replace("\"", "\\\"");
        door.news("{\"Records\":[{\"messageId\":\"1\",\"body\":\"" + body + "\"}]}");

        assertThat(door.woken()).containsExactly("token");
    }

    @Test
    void aMailThatWasNotTakenIsTakenFromTheQueue() throws IOException {
        String body =
                MailByHand.event("ses-mail-to-any.json").replace("\n", "").replace("\"", "\\\"");
        door.arrival("{\"Records\":[{\"messageId\":\"1\",\"body\":\"" + body + "\"}]}");

        assertThat(door.started()).hasSize(1);
    }

    @Test
    void aMailThatTheAnswerToWouldGoAstrayIsNotAnswered() throws IOException {
        String forged =
                new String(eml(), StandardCharsets.ISO_8859_1)
                        .replace("192.0.2.10", "203.0.113.66");
        door.put(Rule.ANY, ID, forged.getBytes(StandardCharsets.ISO_8859_1));
        String run = taken();
        door.look(run);

        assertThat(door.report(run)).isEqualTo(new MailNext(Reply.NONE, false, false, false));
        assertThatThrownBy(() -> door.answer(run, "")).isInstanceOf(AnswerRefused.class);
        assertThat(door.sent).isEmpty();
    }

    @Test
    void theSwitchInTheTableStopsAllAnswers() throws IOException {
        door.parts()
                .stores()
                .claims()
                .claim(MailParts.SWITCH, "yes", Instant.parse("2030-01-01T00:00:00Z"));
        String run = taken();
        door.look(run);

        assertThat(door.report(run).reply()).isEqualTo(Reply.NONE);
    }

    @Test
    void aMailToANameThatIsNotOursIsLeftAlone() throws IOException {
        door.arrival(
                MailByHand.event("ses-mail-to-any.json")
                        .replace("check@check.example.net", "info@check.example.net"));

        assertThat(door.started()).isEmpty();
    }

    @Test
    void anEventWithoutItsMailIsAnErrorSoThatItIsTriedAgain() {
        assertThatThrownBy(() ->
                        door.arrival(
                                MailByHand.event("ses-mail-to-any.json").replace(ID, "another")))
                .isInstanceOf(IllegalStateException.class);
    }

    private String addressed(String event, String address) throws IOException {
        return MailByHand.event(event)
                .replaceAll("check(-tls\\+[0-9a-f]{32})?@check\\.example\\.net", address);
    }

    @Test
    void aMailToTheAddressThatTakesEncryptedMailOnlyProvesTlsWheneverItComes() throws IOException {
        MailDesk.Waiting waiting = door.parts().desk().open(Language.EN);
        door.arrival(addressed("ses-mail-to-any.json", waiting.any()));
        String run = door.onlyRun();
        door.look(run);
        MailNext next = door.report(run);
        assertThat(next.waitForTls()).isTrue();
        assertThat(next.opened()).isTrue();
        door.news("{\"run\":\"" + run + "\",\"token\":\"tls\"}");
        assertThat(door.woken()).isEmpty();

        door.put(Rule.TLS, ID, eml());
        door.arrival(addressed("ses-mail-to-tls.json", waiting.tlsOnly()));
        door.arrival(addressed("ses-mail-to-tls.json", waiting.tlsOnly()));
        door.report(run, "");

        assertThat(door.started()).hasSize(1);
        assertThat(door.woken()).containsExactly("tls");
        assertThat(door.reportJson(run, "en"))
                .contains("OUTBOUND_TLS_VERSION_NOT_WRITTEN_DOWN", "TLS_TOLD_BY_ADDRESS");
    }

    @Test
    void whoeverWaitsTooLateForItIsWokenAtOnce() throws IOException {
        MailDesk.Waiting waiting = door.parts().desk().open(Language.EN);
        door.arrival(addressed("ses-mail-to-any.json", waiting.any()));
        String run = door.onlyRun();
        door.put(Rule.TLS, ID, eml());
        door.arrival(addressed("ses-mail-to-tls.json", waiting.tlsOnly()));
        door.news("{\"run\":\"" + run + "\",\"token\":\"late\"}");

        assertThat(door.woken()).containsExactly("late");
        door.look(run);
        assertThat(door.report(run).waitForTls()).isFalse();
    }

    @Test
    void withoutItThatIsAWarning() throws IOException {
        MailDesk.Waiting waiting = door.parts().desk().open(Language.JA);
        door.arrival(addressed("ses-mail-to-any.json", waiting.any()));
        String run = door.onlyRun();
        door.look(run);
        door.report(run);
        door.report(run, "tls");

        assertThat(door.reportJson(run, "ja")).contains("OUTBOUND_TLS_NO_ENCRYPTED_MAIL");
    }

    /** A rule without TLS may hand over a mail to any address: the place in the bucket tells. */
    @Test
    void theAddressAloneProvesNoTls() throws IOException {
        MailDesk.Waiting waiting = door.parts().desk().open(Language.EN);

        assertThatThrownBy(() -> door.arrival(addressed("ses-mail-to-any.json", waiting.tlsOnly())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(door.started()).isEmpty();
    }

    @Test
    void ofAMailThatCouldNotBeLookedAtEverythingIsNotKnownAndNobodyIsAnswered() throws IOException {
        String run = taken();

        assertThat(door.report(run).reply()).isEqualTo(Reply.LATER);
        assertThat(door.reportJson(run, "en"))
                .contains("INTERNAL_ERROR")
                .containsPattern("\"grade\": ?\"UNDETERMINED\"");
    }

    @Test
    void whatTheDnsKeptFromUsIsDecidedWhenTheMailIsLookedAtOnceMore() throws IOException {
        String run = taken();
        assertThat(door.report(run).reply()).isEqualTo(Reply.LATER);
        door.look(run);

        assertThat(door.report(run).reply()).isEqualTo(Reply.OVER_TLS);
    }
}
