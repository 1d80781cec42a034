package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.functions.RunByHand;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Publication;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.StoreException;
import dev.mailcheck.store.StoredCheck;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Half of all calls to AWS fail. Checks are asked for until they are taken, as clients do that are
 * told 503; each is asked for twice. {@code -Dmailcheck.checks=1000} for the long form.
 */
@WithLocalStack
@Timeout(3600)
class FaultsOnLocalStackTest {
    private static final int CHECKS = Integer.getInteger("mailcheck.checks", 20);
    private static final int MOST_TRIES = 400;
    private static final int S3_ATTEMPTS = 4;
    private static final int DYNAMO_ATTEMPTS = 9;

    private final Random chance = new Random(6);
    private final DynamoDbClient tables;
    private final DynamoDbClient faultyTables;
    private final S3Client s3;
    private final S3Client faultyS3;
    private final Stores sound;
    private final Stores faulty;
    private final Map<String, StoredRun> started = new HashMap<>();

    FaultsOnLocalStackTest(LocalStack localStack) {
        LocalStack.Deployed stack = Stacks.plain(localStack);
        this.tables = localStack.client(DynamoDbClient.builder());
        this.s3 = localStack.client(S3Client.builder().forcePathStyle(true));
        this.faultyTables =
                localStack.client(
                        DynamoDbClient.builder()
                                .overrideConfiguration(Faults.of(chance, DYNAMO_ATTEMPTS)));
        this.faultyS3 =
                localStack.client(
                        S3Client.builder()
                                .forcePathStyle(true)
                                .overrideConfiguration(Faults.of(chance, S3_ATTEMPTS)));
        this.sound = stores(stack, tables, s3);
        this.faulty = stores(stack, faultyTables, faultyS3);
    }

    private static Stores stores(LocalStack.Deployed stack, DynamoDbClient tables, S3Client s3) {
        return AwsStores.of(
                tables,
                stack.output("TableName"),
                s3,
                stack.output("DocumentsBucket"),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        tables.close();
        faultyTables.close();
        s3.close();
        faultyS3.close();
    }

    @Test
    void nothingThatWasTakenIsLostAndNothingIsRunTwice() {
        List<StoredCheck> taken = taken();
        assertThat(started).hasSize((CHECKS + 1) / 2);
        assertThat(taken)
                .allSatisfy(check ->
                        assertThat(started.get(check.run()))
                                .extracting(StoredRun::domain)
                                .isEqualTo(check.domain()));

        Map<RunByHand.End, Integer> ends = new EnumMap<>(RunByHand.End.class);
        RunByHand machine = new RunByHand(Lab.place(), "sound.example");
        for (StoredRun run : started.values()) {
            machine.store(sound.documents(), run);
            RunByHand.End end = machine.end(faulty, run);
            ends.merge(end, 1, Integer::sum);
            if (end == RunByHand.End.UNDELIVERED) {
                machine.deliver(sound, run.key());
            }
        }
        System.out.println("of " + CHECKS + " checks, at half of all calls failing: " + ends);
        assertThat(taken).allSatisfy(this::hasEnded);
        assertThat(ends).containsKey(RunByHand.End.PUBLISHED);
    }

    private List<StoredCheck> taken() {
        CheckDesk desk =
                new CheckDesk(
                        faulty,
                        this::start,
                        Periods.DEFAULT,
                        Clock.systemUTC(),
                        new SecureRandom());
        List<StoredCheck> taken = new ArrayList<>();
        for (int i = 0; i < CHECKS; i++) {
            Domain domain = Domain.parse("fault" + i / 2 + ".example").orElseThrow();
            taken.add(insisted(() -> desk.accept(domain, Language.EN, false).check()));
        }
        return taken;
    }

    /** Starting fails as often as all else; a start that comes again is the same execution. */
    private void start(StoredRun run) {
        if (chance.nextInt(4) == 0) {
            throw SdkClientException.create("before");
        }
        started.put(run.key(), run);
        if (chance.nextInt(3) == 0) {
            throw SdkClientException.create("after");
        }
    }

    /** With its reports, or marked as failed. */
    private void hasEnded(StoredCheck check) {
        RunStatus status = sound.results().run(check.run()).orElseThrow().status();
        assertThat(status).isIn(RunStatus.DONE, RunStatus.FAILED);
        for (Language language : Language.values()) {
            if (status == RunStatus.DONE) {
                byte[] report =
                        sound.documents()
                                .read(check.run(), Publication.report(language))
                                .orElseThrow();
                assertThat(Client.json(new String(report, StandardCharsets.UTF_8)))
                        .containsEntry("domain", check.domain().name());
            }
        }
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
}
