package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.store.StoreException;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Half of all calls to AWS fail, before they arrive or after they were carried out. Checks are
 * asked for until they are taken, as clients do that are told 503. {@code -Dmailcheck.checks=1000}
 * for the long form.
 */
@WithLocalStack
class FaultsOnLocalStackTest {
    private static final int CHECKS = Integer.getInteger("mailcheck.checks", 30);
    private static final int DOMAINS = 10;
    private static final int MOST_TRIES = 400;

    private final LocalStack localStack;
    private final Random chance = new Random(6);
    private final List<String> starts = new ArrayList<>();

    FaultsOnLocalStackTest(LocalStack localStack) {
        this.localStack = localStack;
    }

    @Test
    void nothingThatWasTakenIsLostAndNothingIsRunTwice() {
        LocalStack.Deployed stack = Stacks.plain(localStack);
        try (DynamoDbClient tables =
                        localStack.client(
                                DynamoDbClient.builder()
                                        .overrideConfiguration(o ->
                                                o.addExecutionInterceptor(new Faults(chance))));
                S3Client s3 = localStack.client(S3Client.builder().forcePathStyle(true))) {
            Stores stores =
                    AwsStores.of(
                            tables,
                            stack.output("TableName"),
                            s3,
                            stack.output("DocumentsBucket"),
                            Clock.systemUTC());
            CheckDesk desk = desk(stores);
            List<StoredCheck> taken = new ArrayList<>();
            for (int i = 0; i < CHECKS; i++) {
                taken.add(insisted(desk, domain(i % DOMAINS)));
            }

            assertThat(taken)
                    .allSatisfy(check -> assertThat(starts).contains(check.run()))
                    .allSatisfy(check -> assertThat(run(stores, check)).isEqualTo(check.domain()));
            Set<String> runs = taken.stream().map(StoredCheck::run).collect(Collectors.toSet());
            assertThat(runs).hasSize(Math.min(CHECKS, DOMAINS));
        }
    }

    /** Starting fails as often as all else; a start that comes again is the same execution. */
    private CheckDesk desk(Stores stores) {
        return new CheckDesk(
                stores.results(),
                stores.claims(),
                this::start,
                Periods.DEFAULT,
                Clock.systemUTC(),
                new SecureRandom());
    }

    private void start(StoredRun run) {
        if (chance.nextInt(4) == 0) {
            throw SdkClientException.create("before");
        }
        starts.add(run.key());
        if (chance.nextInt(3) == 0) {
            throw SdkClientException.create("after");
        }
    }

    private static StoredCheck insisted(CheckDesk desk, Domain domain) {
        return insisted(() -> desk.accept(domain, Language.EN, false).check());
    }

    private static Domain run(Stores stores, StoredCheck check) {
        return insisted(() -> stores.results().run(check.run()).orElseThrow().domain());
    }

    private static <T> T insisted(Supplier<T> ask) {
        RuntimeException last = new IllegalStateException("never tried");
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                return ask.get();
            } catch (StoreException | SdkClientException again) {
                last = again;
            }
        }
        throw last;
    }

    private static Domain domain(int number) {
        return Domain.parse("fault" + number + ".example").orElseThrow();
    }

    /** A quarter fails on the way there, a third of the others on the way back. */
    private record Faults(Random chance) implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes all) {
            if (chance.nextInt(4) == 0) {
                throw SdkClientException.create("before");
            }
        }

        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes all) {
            if (chance.nextInt(3) == 0) {
                throw SdkClientException.create("after");
            }
        }
    }
}
