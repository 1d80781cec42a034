package dev.mailcheck.functions.localstack;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Half of all attempts to call AWS fail: a quarter on the way there, and of the others each third
 * once it is carried out, by an answer that says it was not.
 */
record Faults(Random chance) implements ExecutionInterceptor {
    private static final int[] ANSWERS = {500, 503};

    /**
     * What makes a client of AWS unreliable.
     *
     * @param attempts of the SDK, which are those of its defaults but without pauses
     */
    static Consumer<ClientOverrideConfiguration.Builder> of(Random chance, int attempts) {
        return o ->
                o.addExecutionInterceptor(new Faults(chance))
                        .retryStrategy(
                                AwsRetryStrategy.legacyRetryStrategy().toBuilder()
                                        .maxAttempts(attempts)
                                        .backoffStrategy(BackoffStrategy.retryImmediately())
                                        .throttlingBackoffStrategy(
                                                BackoffStrategy.retryImmediately())
                                        .circuitBreakerEnabled(false)
                                        .build());
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes all) {
        if (chance.nextInt(4) == 0) {
            throw RetryableException.create("on the way there");
        }
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(
            Context.ModifyHttpResponse context, ExecutionAttributes all) {
        return chance.nextInt(3) == 0
                ? context.httpResponse().toBuilder()
                        .statusCode(ANSWERS[chance.nextInt(ANSWERS.length)])
                        .build()
                : context.httpResponse();
    }
}
