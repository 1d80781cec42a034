package dev.mailcheck.functions;

import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.store.MemoryStores;
import dev.mailcheck.store.Stores;
import dev.mailcheck.store.StoresContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The table's part of the stores on Amazon's own DynamoDB Local: its conditions are those of the
 * real one, while LocalStack's tables here are somebody else's. Documents are in memory.
 */
@Tag("dynamodb-local")
class StoresOnDynamoDbLocalTest extends StoresContract {
    private static final Path START =
            Path.of(System.getProperty("mailcheck.root", ".."), ".ci/dynamodb-local/start")
                    .toAbsolutePath();
    private static final String TABLE = "mailcheck";
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final AttributeDefinition KEY =
            AttributeDefinition.builder()
                    .attributeName("key")
                    .attributeType(ScalarAttributeType.S)
                    .build();
    private static final KeySchemaElement HASH =
            KeySchemaElement.builder().attributeName("key").keyType(KeyType.HASH).build();

    private static @Nullable Process process;
    private static URI endpoint = URI.create("http://127.0.0.1");

    private final Stores elsewhere = new MemoryStores(Clock.systemUTC()).stores();
    private final DynamoDbClient tables = tables();
    private final S3Client unused =
            S3Client.builder()
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(CREDENTIALS)
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        endpoint = URI.create("http://127.0.0.1:" + port);
        process = new ProcessBuilder(START.toString(), Integer.toString(port)).inheritIO().start();
        try (DynamoDbClient client = tables()) {
            waitUntilUp(client);
            client.createTable(r ->
                    r.tableName(TABLE)
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .attributeDefinitions(List.of(KEY))
                            .keySchema(List.of(HASH)));
        }
    }

    private static void waitUntilUp(DynamoDbClient client) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                client.listTables();
                return;
            } catch (SdkClientException notYet) {
                if (System.nanoTime() > end || !Objects.requireNonNull(process).isAlive()) {
                    throw notYet;
                }
                Thread.sleep(Duration.ofMillis(200));
            }
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    private static DynamoDbClient tables() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    protected Stores open(Clock clock) {
        Stores aws = AwsStores.of(tables, TABLE, unused, "none", clock);
        return new Stores(
                aws.results(), aws.claims(), aws.counters(), elsewhere.documents(), aws.keys());
    }

    @Override
    protected Stores reopen(Clock clock) {
        return open(clock);
    }

    @Override
    protected void close() {
        tables.close();
        unused.close();
    }
}
