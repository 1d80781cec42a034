package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.bot.BlockRules;
import dev.mailcheck.bot.Payload;
import dev.mailcheck.bot.Requests;
import dev.mailcheck.bot.SlackStub;
import dev.mailcheck.functions.SlackLab;
import dev.mailcheck.functions.store.S3Mails.Rule;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's door as it is deployed, from the command to the shared result. */
@WithLocalStack
class SlackOnLocalStackTest {
    private static final Pattern ADDRESS =
            Pattern.compile("check\\+[^@\\s\"]+@" + Pattern.quote(Stacks.MAIL_DOMAIN));
    private static final Pattern DONE = Pattern.compile("(\\d+) of \\d+ checks done");

    private final LocalStack localStack;
    private final LocalStack.Deployed stack;
    private final SlackStub slack = SlackStub.open(SlackLab.url().getPort());

    SlackOnLocalStackTest(LocalStack localStack) {
        this.localStack = localStack;
        this.stack = Stacks.plain(localStack);
    }

    @AfterEach
    void close() {
        slack.close();
        assertThat(slack.complaints()).isEmpty();
    }

    private static boolean to(SlackStub.Sent sent, String url) {
        return sent.to().equals(URI.create(url).getPath());
    }

    private HttpResponse<String> sends(String body) {
        return sends(body, Requests.signed(Requests.SECRET, Instant.now().getEpochSecond(), body));
    }

    private HttpResponse<String> sends(String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stack.url("/slack"))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return localStack.send(request);
    }

    private HttpResponse<String> types(String user, String text, String url) {
        return sends(Requests.form(Requests.command(user, text, url)));
    }

    private void presses(String user, String action, String value, String url) {
        HttpResponse<String> ack =
                sends(Requests.form(Requests.press(user, action, value, url), true));
        assertThat(ack.statusCode()).as(ack.body()).isEqualTo(200);
    }

    @Test
    void fromTheCommandToTheSharedResult() throws Exception {
        String url = slack.responseUrl();
        HttpResponse<String> ack = types("UALICE", "forgeable.example ja", url);
        assertThat(ack.statusCode()).as(ack.body()).isEqualTo(200);
        Map<String, Object> said = Payload.json(ack.body());
        assertThat(said).containsEntry("response_type", "ephemeral");
        assertThat(Payload.shown(said)).contains("forgeable.example");
        assertThat(BlockRules.ofMessage(said)).isEmpty();

        SlackStub.Sent result = slack.await(sent -> to(sent, url));
        assertThat(Payload.shown(result.json())).contains("forgeable.example").contains("dmarc");
        assertThat(result.text()).contains("/v1/checks/");
        String value = Payload.value(result.json(), "details");

        presses("UALICE", "details", value, slack.responseUrl());
        assertThat(slack.await(sent -> sent.to().equals("/api/views.open")).text())
                .contains("DMARC_");

        String other = slack.responseUrl();
        presses("UBOB", "details", value, other);
        assertThat(Payload.shown(slack.await(sent -> to(sent, other)).json()))
                .doesNotContain("forgeable");

        String again = slack.responseUrl();
        presses("UALICE", "recheck", value, again);
        slack.await(sent -> to(sent, again) && !Payload.value(sent.json(), "share").isEmpty());

        presses("UALICE", "share", value, slack.responseUrl());
        assertThat(slack.await(SlackStub.Sent::isInChannel).text()).contains("UALICE");
    }

    @Test
    void aForgedRequestIsNotTaken() throws Exception {
        String body = Requests.form(Requests.command("UEVE", "sound.example", "https://x"));
        long now = Instant.now().getEpochSecond();

        for (Map<String, String> headers :
                List.of(
                        Requests.signed("another", now, body),
                        Requests.signed(Requests.SECRET, now - 301, body),
                        Requests.signed(Requests.SECRET, now, body + "x"),
                        Map.of("content-type", "application/x-www-form-urlencoded"))) {
            assertThat(sends(body, headers).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void requestsThatComeAgainStartOneRun() throws Exception {
        String url = slack.responseUrl();
        String body = Requests.form(Requests.command("UCAROL", "two-records.example", url));
        Map<String, String> headers =
                new HashMap<>(
                        Requests.signed(Requests.SECRET, Instant.now().getEpochSecond(), body));
        headers.put("x-slack-retry-num", "1");
        headers.put("x-slack-retry-reason", "http_timeout");
        List<Callable<Integer>> replays = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            replays.add(() -> sends(body, headers).statusCode());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (var each : threads.invokeAll(replays)) {
                assertThat(each.get()).isEqualTo(200);
            }
        }
        slack.await(sent -> to(sent, url));

        assertThat(slack.sent()).filteredOn(sent -> to(sent, url)).hasSize(1);
    }

    @Test
    void whatCameOfATestMailIsToldWhereItsAddressWasAskedFor() throws Exception {
        Post post = new Post(localStack, stack);
        String url = slack.responseUrl();
        assertThat(types("UFAY", "mail", url).statusCode()).isEqualTo(200);
        Matcher address = ADDRESS.matcher(slack.await(sent -> to(sent, url)).text());
        assertThat(address.find()).isTrue();

        post.tells(post.arrives(Rule.ANY, address.group(), "192.0.2.10"));
        SlackStub.Sent result =
                slack.await(
                        sent -> to(sent, url) && !Payload.value(sent.json(), "details").isEmpty());

        assertThat(Payload.shown(result.json())).contains("sound.example");
        presses("UFAY", "details", Payload.value(result.json(), "details"), slack.responseUrl());
        assertThat(slack.await(sent -> sent.to().equals("/api/views.open")).text())
                .contains("SENDER_GUIDELINES_ONLY_SPF");
    }

    /** Mail servers take longer than the DNS: with nobody at port 25, as long as is waited for. */
    @Test
    void halfWayThroughItIsToldWhatIsJudgedByThen() throws Exception {
        try (SfnClient states = localStack.client(SfnClient.builder());
                Machines.Restored _ =
                        new Machines(states, stack)
                                .changed(
                                        Map.of(
                                                "\"Result\": \"None\"",
                                                "\"Result\": \"Activity\"",
                                                "\"Seconds\": 60",
                                                "\"Seconds\": 20",
                                                "\"slackHalfWay\": \"no\"",
                                                "\"slackHalfWay\": \"yes\""))) {
            String url = slack.responseUrl();
            HttpResponse<String> ack = types("UGINA", "old-dkim.example", url);
            String value = Payload.value(Payload.json(ack.body()), "progress");
            String press = begun(value);

            SlackStub.Sent halfWay =
                    slack.await(sent -> to(sent, press) && judged(sent).matches("[1-9]\\d*"));
            assertThat(Payload.value(halfWay.json(), "share")).isEmpty();
            slack.await(sent -> to(sent, press) && !Payload.value(sent.json(), "share").isEmpty());
            assertThat(slack.sent()).noneMatch(sent -> to(sent, url));
        }
    }

    /** Presses "Show progress" until the check has begun; where that is told. */
    private String begun(String value) {
        while (true) {
            String press = slack.responseUrl();
            presses("UGINA", "progress", value, press);
            if (!judged(slack.await(sent -> to(sent, press))).isEmpty()) {
                return press;
            }
        }
    }

    /** How many checks are done, if that is what it says. */
    private static String judged(SlackStub.Sent sent) {
        Matcher count = DONE.matcher(Payload.shown(sent.json()));
        return count.find() ? count.group(1) : "";
    }

    /** A message that has no place any more does not make a run fail. */
    @Test
    void whereSlackIsGoneTheRunIsDoneAllTheSame() throws Exception {
        String url = slack.responseUrl();
        slack.replies(URI.create(url).getPath(), 404, "used_url");
        slack.replies("/api/chat.postMessage", 200, "{\"ok\":false,\"error\":\"token_revoked\"}");
        types("UDAVE", "nomail.example", url);
        slack.await(sent -> sent.to().equals("/api/chat.postMessage"));

        try (SfnClient states = localStack.client(SfnClient.builder())) {
            assertThat(
                            states.listExecutions(r ->
                                            r.stateMachineArn(stack.output("StateMachine"))
                                                    .statusFilter("FAILED"))
                                    .executions())
                    .noneMatch(each -> each.startDate().isAfter(Instant.now().minusSeconds(30)));
        }
    }
}
