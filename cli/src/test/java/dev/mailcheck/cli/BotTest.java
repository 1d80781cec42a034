package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.bot.Payload;
import dev.mailcheck.bot.Requests;
import dev.mailcheck.bot.SlackStub;
import dev.mailcheck.bot.SocketStub;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code mailcheck bot} and {@code mailcheck serve} with a Slack that is on loopback. */
@Timeout(180)
class BotTest {
    private final SlackStub slack = SlackStub.open(0);
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<AutoCloseable> running = new ArrayList<>();
    private SocketStub socket;

    @BeforeEach
    void open() throws InterruptedException {
        socket = SocketStub.open();
        slack.socket(socket.url());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
        socket.close();
        slack.close();
        assertThat(slack.complaints()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .doesNotContain("an error of ours")
                .doesNotContain(SlackStub.APP_TOKEN)
                .doesNotContain(SlackStub.BOT_TOKEN);
    }

    private Map<String, String> variables(String app) {
        return Map.of(
                "SLACK_BOT_TOKEN",
                SlackStub.BOT_TOKEN,
                "SLACK_APP_TOKEN",
                app,
                "MAILCHECK_LAB_SLACK",
                slack.url().toString());
    }

    private Environment environment(Map<String, String> variables) {
        return Services.environment(err, variables);
    }

    private void bot() throws UsageException {
        Environment environment = environment(variables(SlackStub.APP_TOKEN));
        RunningBot bot =
                RunningBot.start(
                        environment,
                        ServeSettings.read(Services.arguments("bot", "--demo"), environment),
                        SlackTokens.needed(environment));
        running.add(bot);
        bot.announce(environment.err());
    }

    private static boolean to(SlackStub.Sent sent, String url) {
        return sent.to().equals(URI.create(url).getPath());
    }

    @Test
    void theSampleWorldIsCheckedFromSlackToSlack() throws Exception {
        bot();
        String url = slack.responseUrl();
        Map<String, Object> ack =
                socket.sends("slash_commands", Requests.command("U1", "forgeable.example ja", url));
        assertThat(Payload.shown(ack)).contains("forgeable.example をチェック中");

        SlackStub.Sent result =
                slack.await(
                        sent -> to(sent, url) && !Payload.value(sent.json(), "details").isEmpty());
        assertThat(Payload.shown(result.json())).contains("メールシステム要改善").contains("dmarc");
        String value = Payload.value(result.json(), "details");

        socket.sends("interactive", Requests.press("U1", "details", value, slack.responseUrl()));
        assertThat(slack.await(sent -> sent.to().equals("/api/views.open")).text())
                .contains("DMARC_");
        String again = slack.responseUrl();
        socket.sends("interactive", Requests.press("U1", "recheck", value, again));
        slack.await(sent -> to(sent, again) && !Payload.value(sent.json(), "share").isEmpty());
        socket.sends("interactive", Requests.press("U1", "share", value, slack.responseUrl()));
        slack.await(SlackStub.Sent::isInChannel);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("connected to Slack");
    }

    @Test
    void serveAnswersInSlackTooAndItsMessagesLeadToItsPages() throws Exception {
        Environment environment = environment(variables(SlackStub.APP_TOKEN));
        RunningService service =
                RunningService.start(
                        environment,
                        ServeSettings.read(
                                Services.arguments("serve", "--demo", "--listen", "127.0.0.1:0"),
                                environment));
        running.add(service);
        String url = slack.responseUrl();
        socket.sends("slash_commands", Requests.command("U1", "sound.example", url));

        SlackStub.Sent result =
                slack.await(
                        sent -> to(sent, url) && !Payload.value(sent.json(), "details").isEmpty());
        assertThat(result.text()).contains(service.address() + "/checks/");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aTokenThatSlackDoesNotTakeIsSaidInOneLine() throws Exception {
        Environment environment = environment(variables("xapp-1-not-the-right-one"));
        ServeSettings settings =
                ServeSettings.read(Services.arguments("bot", "--demo"), environment);

        assertThatThrownBy(() ->
                        RunningBot.start(environment, settings, SlackTokens.needed(environment)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("connections:write");
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK_BOT_TOKEN,xoxb-123456789,SLACK_APP_TOKEN is not set",
        "SLACK_APP_TOKEN,xapp-123456789,SLACK_BOT_TOKEN is not set",
        "SLACK_BOT_TOKEN,secret-token,begins with xoxb-",
        "OTHER,x,docs/slack.md"
    })
    void whatIsMissingIsSaidAndNoTokenRepeated(String name, String value, String said) {
        Environment environment = environment(new HashMap<>(Map.of(name, value)));

        assertThatThrownBy(() -> SlackTokens.needed(environment))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("secret-token");
    }
}
