package dev.mailcheck.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.bot.app.SocketMode;
import dev.mailcheck.report.Language;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** The way in without a public address. */
@Timeout(180)
class SocketModeTest {
    private final Room room = new Room(Language.EN);
    private SocketStub socket;
    private SocketMode mode;

    @BeforeEach
    void connect() throws Exception {
        socket = SocketStub.open();
        room.slack.socket(socket.url());
        mode = SocketMode.open(room.app, SlackStub.APP_TOKEN, room.faults::add);
    }

    @AfterEach
    void close() {
        mode.close();
        socket.close();
        assertThat(room.slack.complaints()).isEmpty();
        room.close();
    }

    private static boolean to(SlackStub.Sent sent, String url) {
        return sent.to().equals(URI.create(url).getPath());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> answer) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get("payload"));
    }

    @Test
    void fromTheCommandToTheSharedResult() throws Exception {
        String url = room.slack.responseUrl();
        Map<String, Object> ack =
                socket.sends(
                        "slash_commands", Requests.command(Room.ALICE, "weak-tls.example", url));
        assertThat(payload(ack)).containsEntry("response_type", "ephemeral");
        assertThat(Payload.shown(payload(ack))).contains("Checking weak-tls.example");

        SlackStub.Sent result = room.slack.await(sent -> to(sent, url));
        assertThat(Payload.shown(result.json())).contains("Mail system needs work");
        String value = Payload.value(result.json(), "details");

        socket.sends(
                "interactive",
                Requests.press(Room.ALICE, "details", value, room.slack.responseUrl()));
        room.slack.await(sent -> sent.to().equals("/api/views.open"));

        String again = room.slack.responseUrl();
        socket.sends("interactive", Requests.press(Room.ALICE, "recheck", value, again));
        room.slack.await(sent -> to(sent, again) && !Payload.value(sent.json(), "share").isEmpty());

        socket.sends(
                "interactive",
                Requests.press(Room.ALICE, "share", value, room.slack.responseUrl()));
        assertThat(room.slack.await(SlackStub.Sent::isInChannel).text()).contains(Room.ALICE);
        assertThat(room.faults).isEmpty();
    }

    @Test
    void anEnvelopeThatComesAgainStartsNothing() throws Exception {
        room.holds(true);
        Map<String, String> command =
                Requests.command(Room.ALICE, "sound.example", room.slack.responseUrl());
        socket.sends("slash_commands", command);
        socket.sends("slash_commands", command);

        assertThat(room.started).hasSize(1);
    }

    @Test
    void whatIsNoEnvelopeHarmsNothing() throws Exception {
        room.holds(true);
        for (String junk : new String[] {"", "x", "{}", "[]", "{\"type\":\"x\"}", "{\"type\":1}"}) {
            socket.send(junk);
        }
        Map<String, Object> ack =
                socket.sends(
                        "slash_commands",
                        Requests.command(Room.ALICE, "help", room.slack.responseUrl()));

        assertThat(Payload.shown(payload(ack))).contains("What mailcheck does");
    }

    @Test
    void afterTheConnectionEndedThereIsAnotherOne() throws Exception {
        socket.hangsUp();
        Map<String, Object> ack =
                socket.sends(
                        "slash_commands",
                        Requests.command(Room.ALICE, "help ja", room.slack.responseUrl()));

        assertThat(Payload.shown(payload(ack))).contains("mailcheck の使い方");
    }

    @Test
    void aTokenThatIsNotTakenIsSaidAtOnce() {
        assertThatThrownBy(() -> SocketMode.open(room.app, "xapp-1-wrong", room.faults::add))
                .isInstanceOf(IOException.class);
    }
}
