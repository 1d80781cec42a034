package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.functions.store.S3Mails.Rule;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;

import io.avaje.jsonb.Jsonb;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SES on both sides of the mail door: what LocalStack only stores of it is done here. */
final class Post {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("/checks/([0-9a-f]{32})");
    private static final Pattern RAW =
            Pattern.compile("\"RawData\": *\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final String SAMPLE_ID = "4b2o7q1h3r5t8v0x2z4c6e8g0i2k4m6o8q0s2u4w";
    private static final String SAMPLE_RUN = "mail-0123456789abcdef0123456789abcdef";

    private final LocalStack localStack;
    private final LocalStack.Deployed stack;

    /** Someone who writes to us. */
    private final String sender =
            "s" + Secret.random(new SecureRandom()).text().substring(0, 12) + "@sound.example";

    /** One with a sender of its own, so that answers of other tests are not his. */
    Post(LocalStack localStack, LocalStack.Deployed stack) {
        this.localStack = localStack;
        this.stack = stack;
        localStack.call(
                "ses", "verify_domain_identity", "{\"Domain\":\"" + Stacks.MAIL_DOMAIN + "\"}");
    }

    private static String event(String name) {
        try {
            return Files.readString(LocalStack.ROOT.resolve("events").resolve(name));
        } catch (IOException notThere) {
            throw new IllegalStateException(notThere);
        }
    }

    /** Puts a mail where SES puts it, and returns the event that SES sends then. */
    String arrives(Rule rule, String recipient, String clientIp) {
        String id = Secret.random(new SecureRandom()).text();
        String mail =
                event("ses-mail.eml")
                        .replace("ann@sound.example", sender)
                        .replace("one@sound.example", id + "@sound.example")
                        .replace("check@check.example.net", recipient)
                        .replace("192.0.2.10", clientIp);
        try (S3Client s3 = localStack.client(S3Client.builder().forcePathStyle(true))) {
            s3.putObject(
                    r -> r.bucket(stack.output("MailsBucket")).key(rule.prefix() + id),
                    RequestBody.fromString(mail, StandardCharsets.UTF_8));
        }
        return event("ses-mail-to-any.json")
                .replace("ann@sound.example", sender)
                .replace("check@check.example.net", recipient)
                .replace(SAMPLE_ID, id);
    }

    /** Hands the event to the function as SES does. */
    void tells(String event) {
        Map<String, Object> answer =
                localStack.call(
                        "lambda",
                        "invoke",
                        "{\"FunctionName\":"
                                + quoted(stack.resource("MailFunctionAliaslive"))
                                + ",\"Payload\":"
                                + quoted(event)
                                + "}");
        assertThat(answer).as(answer.toString()).doesNotContainKey("FunctionError");
    }

    /** News of an answer, by the event bus. */
    void news(String name, String run) {
        Map<String, Object> event =
                Client.json(
                        event(name)
                                .replace(SAMPLE_RUN, run)
                                .replace("mailcheck-over-tls", "plain-over-tls"));
        String detail =
                JsonText.of(Jsonb.instance().type(Object.class), Client.part(event, "detail"));
        localStack.call(
                "events",
                "put_events",
                "{\"Entries\":[{\"Source\":\"aws.ses\",\"DetailType\":"
                        + quoted(String.valueOf(event.get("detail-type")))
                        + ",\"Detail\":"
                        + quoted(detail)
                        + "}]}");
    }

    private static String quoted(String text) {
        return JsonText.of(Jsonb.instance().type(String.class), text);
    }

    /** The answers to this sender that SES has, as soon as there are so many. */
    List<String> answers(int atLeast) {
        return waited(
                "no answer",
                () -> {
                    List<String> answers = answers();
                    return answers.size() >= atLeast ? answers : null;
                });
    }

    /** Those that SES has now. */
    List<String> answers() {
        HttpResponse<String> all =
                localStack.send(
                        HttpRequest.newBuilder(URI.create(localStack.endpoint() + "/_aws/ses")));
        return RAW.matcher(all.body())
                .results()
                .map(match -> unescaped(match.group(1)))
                .filter(raw -> raw.contains("To: " + sender))
                .toList();
    }

    /** Texts of this length our JSON reader refuses. */
    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\\"", "\"");
    }

    /** The id of the page that an answer leads to. */
    static String page(String answer) {
        Matcher link = LINK.matcher(answer.replace("=\r\n", "").replace("=\n", ""));
        assertThat(link.find()).as(answer).isTrue();
        return link.group(1);
    }

    /** The run behind a page. */
    String run(String page) {
        AtomicReference<String> run = new AtomicReference<>("");
        localStack.stored(
                stack,
                stores ->
                        stores.results()
                                .check(Hashed.of(page))
                                .map(StoredCheck::run)
                                .ifPresent(run::set));
        return run.get();
    }

    /** Waits until the page's report says so. */
    String report(Client client, String page, String word) {
        return waited(
                word + " is not in the report",
                () -> {
                    String report = client.get("/checks/" + page, "application/json").body();
                    return report.contains(word) ? report : null;
                });
    }

    /** Waits until the run is at its end, and tells how it ended. */
    String end(String run) {
        try (SfnClient states = localStack.client(SfnClient.builder())) {
            String arn =
                    stack.output("MailStateMachine").replace(":stateMachine:", ":execution:")
                            + ":"
                            + run;
            return waited(
                    "still running",
                    () -> {
                        String status =
                                states.describeExecution(r -> r.executionArn(arn)).statusAsString();
                        return status.equals("RUNNING") ? null : status;
                    });
        }
    }

    /** How many runs of mails there are. */
    long executions() {
        try (SfnClient states = localStack.client(SfnClient.builder())) {
            return states
                    .listExecutionsPaginator(
                            r -> r.stateMachineArn(stack.output("MailStateMachine")))
                    .executions()
                    .stream()
                    .count();
        }
    }

    private interface Maybe<T> extends Supplier<@Nullable T> {}

    private static <T> T waited(String why, Maybe<T> ask) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            @Nullable T there = ask.get();
            if (there != null) {
                return there;
            }
            assertThat(System.nanoTime()).as(why).isLessThan(end);
            Client.pause();
        }
    }
}
