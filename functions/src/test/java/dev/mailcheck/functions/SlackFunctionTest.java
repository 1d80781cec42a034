package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.bot.Order;
import dev.mailcheck.bot.Requests;
import dev.mailcheck.bot.SlackAddresses;
import dev.mailcheck.report.Language;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Slack's requests of {@code events/}, as API Gateway hands them on. */
class SlackFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");

    private final Map<String, Order> orders = new HashMap<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    private SlackFunction function(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new SlackFunction(
                (request, order) -> orders.putIfAbsent(request, order) == null,
                new SlackPlace(
                        SlackAddresses.SLACK, Requests.SECRET, Optional.empty(), Language.EN),
                Optional.empty(),
                clock,
                new LogLines(new PrintStream(logged, true, StandardCharsets.UTF_8), clock));
    }

    private Map<String, Object> answer(String event, Instant now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] text =
                Files.readAllBytes(
                        Path.of(System.getProperty("mailcheck.root", ".."), "events", event));
        function(now).handleRequest(new ByteArrayInputStream(text), out, Contexts.of(20_000));
        return Jsonb.instance()
                .type(Object.class)
                .map()
                .fromJson(out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack-command.json", "slack-command-base64.json"})
    void aCommandIsOrderedAndAnsweredAtOnce(String event) throws IOException {
        Map<String, Object> answer = answer(event, NOW);

        assertThat(answer).containsEntry("statusCode", 200L);
        assertThat(orders.values())
                .singleElement()
                .isInstanceOfSatisfying(
                        Order.Checks.class,
                        checks ->
                                assertThat(checks.asked())
                                        .extracting(Order.Asked::domain)
                                        .containsExactly("example.com"));
        assertThat(String.valueOf(answer.get("body")))
                .contains("ephemeral")
                .contains("example.com をチェック中")
                .contains("https://abc123.execute-api.eu-central-1.amazonaws.com/v1/checks/");
    }

    @Test
    void theSameRequestAgainOrdersNothing() throws IOException {
        answer("slack-command.json", NOW);
        Map<String, Object> again = answer("slack-command-base64.json", NOW);

        assertThat(again).containsEntry("statusCode", 200L).containsEntry("body", "");
        assertThat(orders).hasSize(1);
    }

    @Test
    void aButtonThatLeadsToThePageIsAcknowledged() throws IOException {
        assertThat(answer("slack-button.json", NOW)).containsEntry("statusCode", 200L);
        assertThat(orders).isEmpty();
    }

    @Test
    void anOldRequestIsNotTaken() throws IOException {
        assertThat(answer("slack-command.json", NOW.plusSeconds(600)))
                .containsEntry("statusCode", 401L);
        assertThat(orders).isEmpty();
    }

    @Test
    void aRehearsalOrdersNothingAndSaysNothing() throws IOException {
        SlackFunction function = function(NOW);
        Stage.play(1, function::rehearse);

        assertThat(orders).isEmpty();
        assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
