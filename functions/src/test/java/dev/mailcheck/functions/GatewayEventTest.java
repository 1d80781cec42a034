package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.http.Routes;
import dev.mailcheck.http.Service;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.MemoryStores;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sample events of {@code events/}, as the functions read them. */
class GatewayEventTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String KEY =
            "mck_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private final List<StoredRun> started = new ArrayList<>();
    private final Stores stores = new MemoryStores(Clock.fixed(NOW, ZoneOffset.UTC)).stores();
    private final HttpWork work = new HttpWork(new Routes(service(false)), Optional.empty());

    @Test
    void aCheckIsStartedByItsKeyAndPointsToItsPageAtTheStage() throws IOException {
        stores.keys().add(new ApiKey(Hashed.of(KEY), "somebody", NOW));
        Map<String, Object> answer = answer("http-post-checks.json");

        assertThat(answer)
                .containsEntry("statusCode", 202L)
                .containsEntry("isBase64Encoded", false);
        assertThat(started).extracting(run -> run.domain().name()).containsExactly("example.com");
        assertThat(String.valueOf(answer.get("body")))
                .contains("https://abc123.execute-api.eu-central-1.amazonaws.com/v1/checks/");
    }

    @Test
    void withoutAKeyNothingIsStarted() throws IOException {
        assertThat(answer("http-post-checks.json")).containsEntry("statusCode", 401L);
        assertThat(started).isEmpty();
    }

    @Test
    void aPageThatIsNotThereIsAPageForABrowser() throws IOException {
        Map<String, Object> answer = answer("http-get-page.json");

        assertThat(answer).containsEntry("statusCode", 404L);
        assertThat(String.valueOf(answer.get("body"))).contains("<html");
        assertThat(String.valueOf(answer.get("headers"))).contains("text/html");
    }

    @Test
    void newsOfAFailedExecutionMarkItsRunOnceOrTwice() throws IOException {
        PublishFunction publish = new PublishFunction(stores, Clock.systemUTC(), quiet());
        StoredRun run =
                StoredRun.queued(
                        "0123456789abcdef0123456789abcdef",
                        Domain.parse("example.com").orElseThrow(),
                        Optional.empty(),
                        NOW,
                        NOW.plusSeconds(60));
        stores.results().add(run);
        for (String event : List.of("execution-failed.json", "undelivered-news.json")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            publish.handleRequest(new ByteArrayInputStream(event(event)), out, Contexts.of(10_000));
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .isEqualTo("{\"batchItemFailures\":[]}");
        }

        assertThat(stores.results().run(run.key()).orElseThrow().status())
                .isEqualTo(RunStatus.FAILED);
    }

    private static LogLines quiet() {
        return new LogLines(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    private Service service(boolean open) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        SecureRandom random = new SecureRandom();
        return new Service(
                stores,
                new CheckDesk(stores, started::add, Periods.DEFAULT, clock, random),
                Optional.empty(),
                new Quotas(stores.counters(), stores.claims(), Quotas.Limits.DEFAULT, clock),
                Periods.DEFAULT,
                open,
                List.of(),
                clock,
                random,
                Jsonb.instance(),
                fault -> {
                    throw fault;
                });
    }

    private Map<String, Object> answer(String event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        work.answer(new ByteArrayInputStream(event(event)), out);
        return Jsonb.instance()
                .type(Object.class)
                .map()
                .fromJson(out.toString(StandardCharsets.UTF_8));
    }

    private static byte[] event(String name) throws IOException {
        return Files.readAllBytes(
                Path.of(System.getProperty("mailcheck.root", ".."), "events", name));
    }
}
