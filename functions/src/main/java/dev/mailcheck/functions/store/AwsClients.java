package dev.mailcheck.functions.store;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clients of AWS as functions want them: a small HTTP client, short time-outs, and credentials from
 * the variables of a function or, after a snapshot, from its own endpoint.
 */
public final class AwsClients implements AutoCloseable {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(20);

    private final AwsCredentialsProvider credentials;
    private final ClientOverrideConfiguration overrides;
    private final Optional<StandInAccount> standIn;
    private final List<SdkAutoCloseable> made = new ArrayList<>();

    AwsClients(
            AwsCredentialsProvider credentials,
            ClientOverrideConfiguration overrides,
            Optional<StandInAccount> standIn) {
        this.credentials = credentials;
        this.overrides = overrides;
        this.standIn = standIn;
    }

    /** Of an account that is not AWS's, and is called once each time. */
    public static AwsClients of(StandInAccount standIn) {
        return new AwsClients(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")),
                ClientOverrideConfiguration.builder()
                        .apiCallTimeout(CALL)
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .build(),
                Optional.of(standIn));
    }

    public static AwsClients ofThisProcess() {
        return new AwsClients(
                AwsCredentialsProviderChain.of(
                        EnvironmentVariableCredentialsProvider.create(),
                        ContainerCredentialsProvider.builder().build()),
                ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .build(),
                Optional.empty());
    }

    DynamoDbClient dynamoDb() {
        return with(DynamoDbClient.builder());
    }

    S3Client s3() {
        return with(S3Client.builder());
    }

    public SfnClient stepFunctions() {
        return with(SfnClient.builder());
    }

    /** Each call goes out once: SES has no way to tell a mail from its second copy. */
    public SesClient ses() {
        return SesClient.builder()
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        overrides.toBuilder().retryStrategy(AwsRetryStrategy.doNotRetry()).build())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private <
                    B extends
                            AwsSyncClientBuilder<B, C>
                                    & software.amazon.awssdk.awscore.client.builder
                                                    .AwsClientBuilder<
                                            B, C>,
                    C extends SdkAutoCloseable>
            C with(B builder) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder();
        standIn.ifPresent(account -> {
            builder.endpointOverride(account.url()).region(Region.AWS_GLOBAL);
            http.tlsTrustManagersProvider(account::trust);
        });
        C client =
                builder.credentialsProvider(credentials)
                        .overrideConfiguration(overrides)
                        .httpClientBuilder(http)
                        .build();
        made.add(client);
        return client;
    }

    /** Closes all that were made; those of a process live as long as it. */
    @Override
    public void close() {
        made.forEach(SdkAutoCloseable::close);
    }
}
