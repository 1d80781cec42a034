package dev.mailcheck.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.bot.app.SignedRequests;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Secret;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see who use it in Slack, from the command to the shared result. */
@Timeout(180)
class ConversationTest {
    private final Room room = new Room(Language.EN);

    @AfterEach
    void close() {
        assertThat(room.slack.complaints()).isEmpty();
        assertThat(room.faults).isEmpty();
        room.close();
    }

    @ParameterizedTest
    @EnumSource
    void fromTheCommandToTheSharedResult(Language language) {
        String url = room.slack.responseUrl();
        SignedRequests.Reply ack =
                room.types(Room.ALICE, "weak-tls.example " + language.word(), url);
        Map<String, Object> running = Payload.json(ack.body());
        assertThat(ack.status()).isEqualTo(200);
        assertThat(running).containsEntry("response_type", "ephemeral");
        assertThat(Payload.shown(running)).contains("weak-tls.example").contains("inbound-tls");
        assertThat(BlockRules.ofMessage(running)).isEmpty();

        SlackStub.Sent result = room.slack.await(sent -> to(sent, url));
        String shown = Payload.shown(result.json());
        assertThat(result.json()).containsEntry("response_type", "ephemeral");
        assertThat(shown)
                .contains(
                        language == Language.JA
                                ? "weak-tls.example: メールシステム要改善"
                                : "weak-tls.example: Mail system needs work")
                .contains("inbound-tls")
                .contains("1. ");

        String details = room.slack.responseUrl();
        room.presses(Room.ALICE, "details", Payload.value(result.json(), "details"), details);
        SlackStub.Sent window = room.slack.await(sent -> sent.to().equals("/api/views.open"));
        assertThat(window.text()).contains("INBOUND_TLS_").contains("rich_text_preformatted");

        String again = room.slack.responseUrl();
        room.presses(Room.ALICE, "recheck", Payload.value(result.json(), "recheck"), again);
        SlackStub.Sent second =
                room.slack.await(
                        sent -> to(sent, again) && !Payload.value(sent.json(), "share").isEmpty());
        assertThat(second.json()).containsEntry("replace_original", true);
        assertThat(room.started).hasSize(2);

        String share = room.slack.responseUrl();
        room.presses(Room.ALICE, "share", Payload.value(second.json(), "share"), share);
        SlackStub.Sent shared = room.slack.await(SlackStub.Sent::isInChannel);
        assertThat(shared.to()).endsWith(URI.create(share).getPath());
        assertThat(shared.json()).containsEntry("replace_original", false);
        assertThat(shared.text()).contains("user_id=" + Room.ALICE);
    }

    private static boolean to(SlackStub.Sent sent, String url) {
        return sent.to().equals(URI.create(url).getPath());
    }

    @Test
    void aDomainThatWasJustCheckedIsAnsweredWithoutAnotherRun() {
        String first = room.slack.responseUrl();
        room.types(Room.ALICE, "sound.example", first);
        room.slack.await(sent -> to(sent, first));

        String second = room.slack.responseUrl();
        room.types(Room.BOB, "sound.example ja", second);

        assertThat(Payload.shown(room.slack.await(sent -> to(sent, second)).json()))
                .contains("sound.example: 安全");
        assertThat(room.started).hasSize(1);
        assertThat(room.slack.sent()).hasSize(2);
    }

    /** What is typed is acknowledged though neither the stores nor Slack can be asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sound.example", "sound.example, weak-tls.example ja", "mail", "help", "?"})
    void nothingIsDoneBeforeTheAcknowledgementButToRememberTheRequest(String text) {
        room.doesOrders(0);
        SignedRequests.Reply ack = room.types(Room.ALICE, text, room.slack.responseUrl());

        assertThat(ack.status()).isEqualTo(200);
        assertThat(room.started).isEmpty();
        assertThat(room.slack.sent()).isEmpty();
        assertThat(room.asked()).isLessThanOrEqualTo(1);
    }

    @Test
    void aPressIsAcknowledgedBeforeItIsDone() {
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "sound.example", url);
        String value = Payload.value(room.slack.await(sent -> to(sent, url)).json(), "details");
        room.doesOrders(0);
        int before = room.asked();
        room.presses(Room.ALICE, "details", value, room.slack.responseUrl());
        assertThat(room.asked() - before).isEqualTo(1);
        assertThat(room.slack.sent()).hasSize(1);

        room.doesOrders(1);
        room.slack.await(sent -> sent.to().equals("/api/views.open"));
    }

    @Test
    void whoeverPressesProgressBeforeTheCheckHasBegunIsToldSo() {
        room.doesOrders(0);
        SignedRequests.Reply ack =
                room.types(Room.ALICE, "sound.example", room.slack.responseUrl());
        String value = Payload.value(Payload.json(ack.body()), "progress");
        room.forgetsOrders();
        String press = room.slack.responseUrl();
        room.presses(Room.ALICE, "progress", value, press);

        assertThat(Payload.shown(room.slack.await(sent -> to(sent, press)).json()))
                .contains("has not begun yet");
    }

    @Test
    void anOrderThatIsDoneTwiceIsOneRunAndOneResult() {
        room.holds(true);
        room.doesOrders(2);
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "sound.example", url);
        room.run(room.started.getFirst());
        room.slack.await(sent -> to(sent, url));

        assertThat(room.started).allMatch(run -> run.equals(room.started.getFirst()));
        assertThat(room.slack.sent()).hasSize(1);
    }

    @Test
    void severalWhoAskAtOnceAreEachToldOnceByOneRun() {
        room.holds(true);
        List<String> urls =
                List.of(
                        room.slack.responseUrl(),
                        room.slack.responseUrl(),
                        room.slack.responseUrl());
        urls.forEach(url -> room.types(Room.ALICE, "parked.example", url));
        assertThat(room.started).isNotEmpty().allMatch(run -> run.equals(room.started.getFirst()));

        room.run(room.started.getFirst());
        urls.forEach(url -> room.slack.await(sent -> to(sent, url)));
        room.news().ended(room.started.getFirst().key());
        room.news().ended(room.started.getFirst().key());

        assertThat(room.slack.sent()).hasSize(3);
    }

    @Test
    void severalDomainsAreAMessageEach() {
        String url = room.slack.responseUrl();
        SignedRequests.Reply ack =
                room.types(Room.ALICE, "sound.example, parked.example gone.example", url);

        assertThat(Payload.shown(Payload.json(ack.body())))
                .contains("sound.example, parked.example, gone.example");
        for (String domain : List.of("sound.example", "parked.example", "gone.example")) {
            SlackStub.Sent sent =
                    room.slack.await(one -> Payload.shown(one.json()).contains(domain));
            assertThat(sent.json()).containsEntry("replace_original", false);
        }
    }

    @Test
    void whoeverPressesProgressSeesItFillInAndTheResultTakesItsPlace() {
        room.holds(true);
        String command = room.slack.responseUrl();
        SignedRequests.Reply ack = room.types(Room.ALICE, "sound.example", command);
        String press = room.slack.responseUrl();
        room.presses(
                Room.ALICE, "progress", Payload.value(Payload.json(ack.body()), "progress"), press);
        assertThat(room.slack.sent()).hasSize(1);
        assertThat(Payload.shown(room.slack.sent().getFirst().json())).contains("0 of ");

        room.run(room.started.getFirst());
        SlackStub.Sent result =
                room.slack.await(sent -> Payload.shown(sent.json()).contains("Secure"));

        assertThat(result.to()).isEqualTo(URI.create(press).getPath());
        assertThat(result.json()).containsEntry("replace_original", true);
        assertThat(room.slack.sent()).noneMatch(sent -> to(sent, command));
        assertThat(room.slack.sent())
                .anyMatch(sent -> Payload.shown(sent.json()).matches("(?s).*[1-9]\\d* of .*"));
    }

    @Test
    void aRunThatFailedSaysSoAndOffersAnother() {
        room.holds(true);
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "sound.example", url);
        room.fails(room.started.getFirst());

        SlackStub.Sent told = room.slack.await(sent -> to(sent, url));
        assertThat(Payload.shown(told.json())).contains("fault of ours");
        assertThat(Payload.value(told.json(), "recheck")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404,used_url", "410,gone", "403,expired_url"})
    void whereTheAnswersAddressIsGoneOneNewMessageGoesToWhoAsked(int status, String body) {
        String url = room.slack.responseUrl();
        room.slack.replies(URI.create(url).getPath(), status, body);
        room.types(Room.ALICE, "parked.example", url);

        SlackStub.Sent message =
                room.slack.await(sent -> sent.to().equals("/api/chat.postMessage"));
        assertThat(message.json()).containsEntry("channel", Room.ALICE);
        assertThat(room.slack.sent()).hasSize(2);
    }

    @Test
    void afterHalfAnHourTheAnswersAddressIsNotEvenTried() {
        room.holds(true);
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "parked.example", url);
        room.passes(Duration.ofMinutes(31));
        room.run(room.started.getFirst());

        room.slack.await(sent -> sent.to().equals("/api/chat.postMessage"));
        assertThat(room.slack.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"token_revoked", "account_inactive", "channel_not_found", "is_archived"})
    void whereNothingCanBeSaidAnyMoreThatIsTheEnd(String error) throws InterruptedException {
        String url = room.slack.responseUrl();
        room.slack.replies(URI.create(url).getPath(), 404, "");
        room.slack.replies(
                "/api/chat.postMessage", 200, "{\"ok\":false,\"error\":\"" + error + "\"}");
        room.types(Room.ALICE, "parked.example", url);
        room.slack.await(sent -> sent.to().equals("/api/chat.postMessage"));

        room.news().ended(room.started.getFirst().key());
        Thread.sleep(300);

        assertThat(room.slack.sent()).hasSize(2);
    }

    @Test
    void whereSlackIsDownForAMomentItIsTriedAgainAndToldOnce() {
        String url = room.slack.responseUrl();
        String path = URI.create(url).getPath();
        room.slack.replies(path, 503, "");
        room.types(Room.ALICE, "parked.example", url);
        room.slack.await(sent -> to(sent, url));
        room.slack.mends(path);

        SlackStub.Sent told =
                room.slack.await(sent -> to(sent, url) && !sent.json().containsKey("refused"));
        assertThat(Payload.shown(told.json())).contains("parked.example");
    }

    @Test
    void twoMembersNeverSeeEachOthersResults() {
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "weak-tls.example", url);
        SlackStub.Sent result = room.slack.await(sent -> to(sent, url));
        String value = Payload.value(result.json(), "details");

        for (String action : List.of("details", "share", "recheck", "progress")) {
            String other = room.slack.responseUrl();
            room.presses(Room.BOB, action, value, other);
            SlackStub.Sent told = room.slack.await(sent -> to(sent, other));
            assertThat(Payload.shown(told.json())).as(action).contains("Only whoever asked");
            assertThat(told.text()).doesNotContain("weak-tls");
        }
        assertThat(room.slack.sent()).noneMatch(sent -> sent.to().equals("/api/views.open"));
        assertThat(room.slack.sent()).noneMatch(SlackStub.Sent::isInChannel);
    }

    @Test
    void onceSharedEverybodyInTheWorkspaceMaySeeTheDetailsButNotShareIt() {
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "weak-tls.example", url);
        SlackStub.Sent result = room.slack.await(sent -> to(sent, url));
        String value = Payload.value(result.json(), "share");
        room.presses(Room.ALICE, "share", value, room.slack.responseUrl());

        room.presses(Room.BOB, "details", value, room.slack.responseUrl());
        room.slack.await(sent -> sent.to().equals("/api/views.open"));
        String other = room.slack.responseUrl();
        room.presses(Room.BOB, "share", value, other);

        assertThat(Payload.shown(room.slack.await(sent -> to(sent, other)).json()))
                .contains("Only whoever asked");
        assertThat(room.slack.sent()).filteredOn(SlackStub.Sent::isInChannel).hasSize(1);
    }

    @Test
    void anIdThatIsNotThereOrJunkIsNoResult() {
        for (String value :
                List.of(
                        "0123456789abcdef0123456789abcdef en",
                        "0123456789abcdef0123456789abcdef",
                        "x",
                        "",
                        "../../etc/passwd ja")) {
            String url = room.slack.responseUrl();
            room.presses(Room.ALICE, "details", value, url);
            room.slack.await(sent -> to(sent, url));
        }
        assertThat(room.slack.sent()).hasSize(5);
    }

    @Test
    void whereNoMailIsReceivedTheMessageSaysSo() {
        String url = room.slack.responseUrl();
        assertThat(room.types(Room.ALICE, "mail", url).body()).isEmpty();

        assertThat(Payload.shown(room.slack.await(sent -> to(sent, url)).json()))
                .contains("receives no test mails");
    }

    @Test
    void whereMailIsReceivedTheAddressesComeToBeCopied() {
        room.receives((language, base) ->
                Optional.of(
                        new TestMails.Addresses(
                                new Secret("0123456789abcdef0123456789abcdef"),
                                "check+t1@check.example",
                                Optional.of("check+t2@check.example"),
                                base.map(at -> at.resolve("/checks/1")),
                                Instant.parse("2026-11-23T12:00:00Z"))));
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "mail", url);
        Map<String, Object> json = room.slack.await(sent -> to(sent, url)).json();

        assertThat(BlockRules.ofMessage(json)).isEmpty();
        assertThat(Payload.shown(json))
                .contains("check+t1@check.example")
                .contains("check+t2@check.example")
                .contains("2026-11-23 12:00 UTC");
    }

    @Test
    void tooManyAreRefusedWithAClearWord() {
        room.holds(true);
        String last = "";
        for (int i = 0; i <= 10; i++) {
            last = room.slack.responseUrl();
            room.types(Room.ALICE, "d" + i + ".example", last);
        }
        String refused = last;

        assertThat(Payload.shown(room.slack.await(sent -> to(sent, refused)).json()))
                .contains("many checks within a short time");
        assertThat(room.started).hasSize(10);
        room.types(Room.BOB, "sound.example", room.slack.responseUrl());
        assertThat(room.started).hasSize(11);
        assertThat(room.slack.sent()).hasSize(1);
    }

    @Test
    void whereNoRunCanBeStartedWhoeverAskedIsToldSo() {
        room.startsNothing();
        String url = room.slack.responseUrl();
        room.types(Room.ALICE, "sound.example", url);

        assertThat(Payload.shown(room.slack.await(sent -> to(sent, url)).json()))
                .contains("No check can be started just now");
        assertThat(room.faults).hasSize(1);
        room.faults.clear();
    }

    @Test
    void whoeverReadsTheStoreCanOpenNothing() {
        room.holds(true);
        String url = room.slack.responseUrl();
        SignedRequests.Reply ack = room.types(Room.ALICE, "sound.example", url);
        String id = Payload.value(Payload.json(ack.body()), "progress").substring(0, 32);

        assertThat(room.memory.everything()).doesNotContain(id).doesNotContain(url);
    }
}
