package dev.mailcheck.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.message.Tls.Encryption;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.store.StoredRun;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From {@code /mailcheck mail} to what came of the mail. */
@Timeout(180)
class MailResultTest {
    private static final byte[] MAIL =
            "From: a@sound.example\r\nSubject: test\r\n\r\nhello\r\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final Pattern ADDRESS =
            Pattern.compile("check\\+[^@\\s\"]+@mail\\.check\\.example");

    private final Room room = new Room(Language.EN);
    private final MailDesk desk =
            new MailDesk(
                    room.stores(),
                    room.memory,
                    MailAddresses.parse("check@mail.check.example", true).orElseThrow(),
                    run -> {},
                    Periods.DEFAULT,
                    room.clock,
                    new SecureRandom(),
                    Jsonb.instance());

    @AfterEach
    void close() {
        room.close();
    }

    /** The mail comes hours later, when no answer can be given where it was asked for. */
    @Test
    void whoeverAskedForTheAddressIsToldWhatCameOfTheMail() {
        room.receives(new MailDeskMails(desk));
        room.types(Room.ALICE, "mail", room.slack.responseUrl());
        Matcher address = ADDRESS.matcher(room.slack.sent().getFirst().text());
        assertThat(address.find()).isTrue();
        room.passes(Duration.ofHours(3));

        StoredRun run =
                desk.take(
                                new Arrival(
                                        "a@sound.example",
                                        List.of(address.group()),
                                        Optional.of("192.0.2.10"),
                                        Optional.of("mx1.sound.example"),
                                        Encryption.NOT_SAID,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Clock.systemUTC().instant()),
                                MAIL,
                                Language.EN)
                        .run();
        room.run(run);

        SlackStub.Sent told = room.slack.await(sent -> sent.to().equals("/api/chat.postMessage"));
        assertThat(told.json()).containsEntry("channel", Room.ALICE);
        assertThat(Payload.shown(told.json())).contains("sound.example");
        room.news().ended(run.key());
        assertThat(room.slack.sent()).hasSize(2);

        String url = room.slack.responseUrl();
        room.presses(Room.ALICE, "details", Payload.value(told.json(), "details"), url);
        room.slack.await(sent -> sent.to().equals("/api/views.open"));
        assertThat(room.slack.complaints()).isEmpty();
    }
}
