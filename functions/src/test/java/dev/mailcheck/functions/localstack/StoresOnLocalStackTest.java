package dev.mailcheck.functions.localstack;

import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.store.Stores;
import dev.mailcheck.store.StoresContract;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.time.Clock;

/** DynamoDB and S3 keep what the stores promise. */
@WithLocalStack
class StoresOnLocalStackTest extends StoresContract {
    private final DynamoDbClient tables;
    private final S3Client s3;
    private final LocalStack.Deployed stack;

    StoresOnLocalStackTest(LocalStack localStack) {
        this.stack = Stacks.plain(localStack);
        this.tables = localStack.client(DynamoDbClient.builder());
        this.s3 = localStack.client(S3Client.builder().forcePathStyle(true));
    }

    @Override
    protected Stores open(Clock clock) {
        return AwsStores.of(
                tables, stack.output("TableName"), s3, stack.output("DocumentsBucket"), clock);
    }

    @Override
    protected Stores reopen(Clock clock) {
        return open(clock);
    }

    @Override
    protected void close() {
        tables.close();
        s3.close();
    }
}
