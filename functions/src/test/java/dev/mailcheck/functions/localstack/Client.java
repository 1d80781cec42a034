package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;

import io.avaje.jsonb.Jsonb;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Talks to a deployed service as its users do. */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration POLL = Duration.ofMillis(100);

    private final LocalStack localStack;
    private final LocalStack.Deployed stack;
    private final String key = "mck_" + Secret.random(new SecureRandom()).text();

    /** One with a key of its own, so that quotas count each test alone. */
    Client(LocalStack localStack, LocalStack.Deployed stack) {
        this.localStack = localStack;
        this.stack = stack;
        Hashed hashed = Hashed.of(key);
        localStack.stored(
                stack, stores -> stores.keys().add(new ApiKey(hashed, hashed.hex(), Lab.NOW)));
    }

    HttpResponse<String> get(String path, String accept) {
        return localStack.send(HttpRequest.newBuilder(stack.url(path)).header("accept", accept));
    }

    HttpResponse<String> post(String path, String json) {
        return localStack.send(
                HttpRequest.newBuilder(stack.url(path))
                        .header("content-type", "application/json")
                        .header("authorization", "Bearer " + key)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Starts a check, and tells its id. */
    String check(String domain) {
        HttpResponse<String> answer = post("/checks", "{\"domain\":\"" + domain + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return (String) part(json(answer.body()), "id");
    }

    /** Starts another look at what was checked just now, and tells its id. */
    String checkAfresh(String domain) {
        HttpResponse<String> answer =
                post("/checks", "{\"domain\":\"" + domain + "\",\"fresh\":true}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return (String) part(json(answer.body()), "id");
    }

    /** Waits for the report. */
    Map<String, Object> report(String id) {
        HttpResponse<String> answer = end(id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    /** Waits until the check runs no more. */
    HttpResponse<String> end(String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = get("/checks/" + id, "application/json");
            if (answer.statusCode() != 202) {
                return answer;
            }
            assertThat(System.nanoTime()).as("still running: " + answer.body()).isLessThan(end);
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    static Map<String, Object> json(String text) {
        return Jsonb.instance().type(Object.class).map().fromJson(text);
    }

    /** What has to be there. */
    static <T> T part(Map<String, T> whole, String name) {
        return Objects.requireNonNull(whole.get(name), name);
    }
}
