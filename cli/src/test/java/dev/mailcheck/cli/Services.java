package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Services begun in this process as {@code mailcheck serve} begins them, and their client. */
final class Services implements AutoCloseable {
    private static final int PATIENCE = 900;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<RunningService> running = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Where a command runs that nobody watches but on standard error. */
    static Environment environment(OutputStream err, Map<String, String> variables) {
        return new Environment(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                variables,
                Clock.systemUTC(),
                new SecureRandom());
    }

    static Arguments arguments(String... words) {
        return new Arguments(CommandTree.build().parseArgs(words).subcommand());
    }

    RunningService serve(String... words) throws UsageException {
        List<String> all = new ArrayList<>(List.of("serve", "--listen", "127.0.0.1:0"));
        all.addAll(List.of(words));
        Environment environment = environment(err, Map.of("MAILCHECK_DEBUG", "1"));
        RunningService service =
                RunningService.start(
                        environment,
                        ServeSettings.read(arguments(all.toArray(String[]::new)), environment));
        running.add(service);
        return service;
    }

    HttpResponse<String> get(URI address, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address).header("accept", accept).build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(URI address, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The report at this address, as soon as its check has ended. */
    String report(URI address) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            HttpResponse<String> answer = get(address, "application/json");
            if (answer.statusCode() != 202) {
                assertThat(answer.statusCode()).isEqualTo(200);
                return answer.body();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the check does not end");
    }

    @Override
    public void close() {
        running.forEach(RunningService::close);
        client.close();
        assertThat(err.toString(UTF_8)).doesNotContain("an error of ours");
    }
}
