package dev.mailcheck.functions.store;

import dev.mailcheck.store.Stores;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.time.Clock;
import java.util.Objects;

/** The stores of this installation, by the table and the bucket that the template made. */
public final class AwsStores {
    private AwsStores() {}

    /** Those that the environment names. */
    public static Stores ofThisProcess() {
        return of(
                AwsClients.ofThisProcess(),
                variable("MAILCHECK_TABLE"),
                variable("MAILCHECK_BUCKET"));
    }

    /** Those of these names, wherever the clients lead. */
    public static Stores of(AwsClients clients, String tableName, String bucket) {
        return of(clients.dynamoDb(), tableName, clients.s3(), bucket, Clock.systemUTC());
    }

    public static Stores of(
            DynamoDbClient dynamoDb, String tableName, S3Client s3, String bucket, Clock clock) {
        Table table = new Table(dynamoDb, tableName, clock);
        return new Stores(
                new DynamoResults(table),
                new DynamoClaims(table),
                new DynamoCounters(table),
                new S3Documents(new Bucket(s3, bucket)),
                new DynamoKeys(table));
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
