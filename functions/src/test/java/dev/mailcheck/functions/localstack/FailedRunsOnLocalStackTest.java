package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A run that comes to nothing says so, even where the news of it has to be delivered again. */
@WithLocalStack
class FailedRunsOnLocalStackTest {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final LocalStack localStack;
    private final LocalStack.Deployed stack;
    private final SfnClient states;

    FailedRunsOnLocalStackTest(LocalStack localStack) {
        this.localStack = localStack;
        this.stack = Stacks.plain(localStack);
        this.states = localStack.client(SfnClient.builder());
    }

    @AfterEach
    void close() {
        states.close();
    }

    @Test
    void aRunThatCannotBeJudgedIsToldByItsEventAndByItsPage() {
        Machines machines = new Machines(states, stack);
        String broken = localStack.function(Broken.Throws.class, 3);
        Client client = new Client(localStack, stack);
        try (Machines.Restored _ =
                machines.changed(Map.of(machines.alias("JudgeFunction"), broken))) {
            String id = client.check("broken-spf.example");
            HttpResponse<String> end = client.end(id);

            assertThat(end.statusCode()).isEqualTo(500);
            assertThat(end.body()).contains("did not come to an end");
        }
    }

    /** One of ten messages is junk: it alone stays in the queue. */
    @Test
    void undeliveredNewsAreDeliveredAgainOnceAndJunkAmongThemStopsNone() {
        List<String> runs = List.of(added(), added(), added());
        runs.forEach(run -> sent("{\"detail\":{\"name\":\"" + run + "\",\"status\":\"FAILED\"}}"));
        sent("{\"detail\":{\"name\":\"" + runs.getFirst() + "\",\"status\":\"TIMED_OUT\"}}");
        sent("junk");
        String mapping = mapping();
        enabled(mapping, true);
        try {
            runs.forEach(this::waitUntilFailed);
            waitUntilLeft(1);
        } finally {
            enabled(mapping, false);
        }
    }

    private String added() {
        String key = Secret.random(new SecureRandom()).text();
        Instant now = Clock.systemUTC().instant();
        localStack.stored(
                stack,
                stores ->
                        stores.results()
                                .add(
                                        StoredRun.queued(
                                                key,
                                                Domain.parse("example.com").orElseThrow(),
                                                Optional.empty(),
                                                now,
                                                now.plus(Duration.ofDays(1)))));
        return key;
    }

    private void sent(String body) {
        localStack.call(
                "sqs",
                "send_message",
                json(Map.of("QueueUrl", stack.resource("Undelivered"), "MessageBody", body)));
    }

    @SuppressWarnings("unchecked")
    private String mapping() {
        List<Map<String, Object>> all =
                (List<Map<String, Object>>)
                        Client.part(
                                localStack.call("lambda", "list_event_source_mappings", "{}"),
                                "EventSourceMappings");
        String queue = stack.resource("Undelivered").replaceFirst(".*/", ":");
        return all.stream()
                .filter(each -> String.valueOf(each.get("EventSourceArn")).endsWith(queue))
                .map(each -> (String) Client.part(each, "UUID"))
                .findFirst()
                .orElseThrow();
    }

    private void enabled(String mapping, boolean on) {
        localStack.call(
                "lambda",
                "update_event_source_mapping",
                json(Map.of("UUID", mapping, "Enabled", on)));
    }

    private void waitUntilFailed(String run) {
        waitUntil(() -> status(run) == RunStatus.FAILED);
    }

    private RunStatus status(String run) {
        AtomicReference<RunStatus> status = new AtomicReference<>(RunStatus.QUEUED);
        localStack.stored(
                stack, stores -> status.set(stores.results().run(run).orElseThrow().status()));
        return status.get();
    }

    private void waitUntilLeft(int messages) {
        waitUntil(() -> left() == messages);
    }

    @SuppressWarnings("unchecked")
    private int left() {
        Map<String, String> counts =
                (Map<String, String>)
                        Client.part(
                                localStack.call(
                                        "sqs",
                                        "get_queue_attributes",
                                        json(
                                                Map.of(
                                                        "QueueUrl",
                                                        stack.resource("Undelivered"),
                                                        "AttributeNames",
                                                        List.of("All")))),
                                "Attributes");
        return Integer.parseInt(Client.part(counts, "ApproximateNumberOfMessages"))
                + Integer.parseInt(Client.part(counts, "ApproximateNumberOfMessagesNotVisible"));
    }

    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(end);
            Client.pause();
        }
    }

    private static String json(Map<String, Object> values) {
        return Jsonb.instance().type(Object.class).map().toJson(values);
    }
}
