package dev.mailcheck.functions.localstack;

import dev.mailcheck.functions.SlackLab;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** LocalStack in a process of its own, told what to do by lines ({@code .ci/localstack/lab.py}). */
final class LocalStack implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("mailcheck.root", ".."));
    static final String REGION = "eu-central-1";

    private final Process process;
    private final Patience patience;
    private final BufferedReader answers;
    private final Writer orders;
    private final String endpoint;
    private final Map<String, Deployed> stacks = new HashMap<>();
    private final Map<String, String> functions = new HashMap<>();

    /** A stack, by the names of the template. */
    record Deployed(
            String endpoint,
            Map<String, String> outputs,
            Map<String, String> resources,
            List<String> fallbacks) {
        String output(String name) {
            return Client.part(outputs, name);
        }

        String resource(String name) {
            return Client.part(resources, name);
        }

        URI url(String path) {
            return URI.create(endpoint + "/_aws/execute-api/" + output("ApiId") + "/v1" + path);
        }
    }

    private LocalStack(Process process) throws IOException {
        this.process = process;
        this.patience = new Patience(process);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.endpoint = (String) Client.part(answer(), "endpoint");
    }

    /** The interpreter that LocalStack runs in; empty where this host has none. */
    static Optional<String> python() {
        try {
            Process search =
                    new ProcessBuilder(ROOT.resolve(".ci/localstack/python").toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            try (BufferedReader said =
                    new BufferedReader(
                            new InputStreamReader(
                                    search.getInputStream(), StandardCharsets.UTF_8))) {
                return Optional.ofNullable(said.readLine()).filter(path -> !path.isEmpty());
            }
        } catch (IOException noShell) {
            return Optional.empty();
        }
    }

    static LocalStack start(String python) throws IOException {
        Deployables.assertFresh(ROOT);
        Path log = Files.createDirectories(target()).resolve("localstack.log");
        Files.deleteIfExists(log);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                python,
                                ROOT.resolve(".ci/localstack/lab.py").toString(),
                                "--java-home",
                                System.getProperty("java.home"),
                                "--runtime",
                                target().resolve("ric").toString(),
                                "--class-path",
                                labClassPath(),
                                "--log",
                                log.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MAILCHECK_LAB_CLOCK", Lab.NOW.toString());
        builder.environment().put(SlackLab.URL, SlackLab.url().toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new LocalStack(builder.start());
    }

    private static Path target() {
        return ROOT.resolve("functions/target").toAbsolutePath();
    }

    /** The sample world and what leads functions to it; everything else is what is deployed. */
    private static String labClassPath() {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(":", -1)) {
            if (part.contains("world") || part.matches(".*/(core|functions)/target/.*test.*")) {
                parts.add(Path.of(part).toAbsolutePath().toString());
            }
        }
        return String.join(":", parts);
    }

    /** The stack with these parameters, deployed when it is first asked for. */
    synchronized Deployed stack(String name, String... parameters) {
        return stacks.computeIfAbsent(
                name,
                fresh -> deployed(told("deploy " + fresh + " " + String.join(" ", parameters))));
    }

    /** A function of one of our test classes, and its ARN. */
    synchronized String function(Class<?> handler, int timeoutSeconds) {
        return functions.computeIfAbsent(
                handler.getName(),
                name ->
                        (String)
                                Client.part(
                                        told("function " + name + " " + timeoutSeconds), "arn"));
    }

    /** Any call of AWS, as boto3 names it, and its answer. */
    synchronized Map<String, Object> call(String service, String method, String json) {
        return told("call " + service + " " + method + " " + json);
    }

    @SuppressWarnings("unchecked")
    private Deployed deployed(Map<String, Object> answer) {
        return new Deployed(
                endpoint,
                (Map<String, String>) Client.part(answer, "outputs"),
                (Map<String, String>) Client.part(answer, "resources"),
                (List<String>) Client.part(answer, "fallbacks"));
    }

    private Map<String, Object> told(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return answer();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private Map<String, Object> answer() throws IOException {
        String line = patience.line(answers);
        if (line.isEmpty()) {
            throw new IOException("LocalStack ended; see functions/target/localstack.log");
        }
        return Jsonb.instance().type(Object.class).map().fromJson(line);
    }

    /** Asks it over HTTP. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        return patience.send(request);
    }

    /** A client of this LocalStack. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(URI.create(endpoint))
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Does something with the stores of a stack. */
    void stored(Deployed stack, Consumer<Stores> work) {
        try (DynamoDbClient tables = client(DynamoDbClient.builder());
                S3Client s3 = client(S3Client.builder().forcePathStyle(true))) {
            work.accept(
                    AwsStores.of(
                            tables,
                            stack.output("TableName"),
                            s3,
                            stack.output("DocumentsBucket"),
                            Clock.systemUTC()));
        }
    }

    String endpoint() {
        return endpoint;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
