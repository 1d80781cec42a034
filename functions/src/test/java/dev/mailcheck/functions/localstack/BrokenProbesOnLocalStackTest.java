package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.Target;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.Publication;
import dev.mailcheck.store.RunStatus;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A probe that goes wrong costs its own rows of the report, and no other. */
@ExtendWith(OnLocalStack.class)
@Timeout(600)
class BrokenProbesOnLocalStackTest {
    private static final String DOMAIN = "sound.example";
    private static final Map<String, List<String>> CHECKS =
            Map.of(
                    "PoliciesFunction", List.of("spf", "dmarc", "dkim"),
                    "DnssecFunction", List.of("dnssec", "dane"),
                    "DnsblFunction", List.of("dnsbl", "uribl"),
                    "MtaStsFunction", List.of("mta-sts"));

    private final LocalStack localStack;
    private final LocalStack.Deployed stack;
    private final SfnClient states;
    private final DynamoDbClient tables;
    private final S3Client s3;
    private final Stores stores;
    private final Machines machines;

    BrokenProbesOnLocalStackTest(LocalStack localStack) {
        this.localStack = localStack;
        this.stack = Stacks.plain(localStack);
        this.states = localStack.client(SfnClient.builder());
        this.tables = localStack.client(DynamoDbClient.builder());
        this.s3 = localStack.client(S3Client.builder().forcePathStyle(true));
        this.machines = new Machines(states, stack);
        this.stores =
                AwsStores.of(
                        tables,
                        stack.output("TableName"),
                        s3,
                        stack.output("DocumentsBucket"),
                        Clock.systemUTC());
    }

    @AfterEach
    void close() {
        states.close();
        tables.close();
        s3.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PoliciesFunction, Throws",
        "DnssecFunction, Hangs",
        "DnsblFunction, Exits",
        "MtaStsFunction, Junk",
        "DnsblFunction, TooMuch"
    })
    void itsRowsAreNotKnownAndTheOthersUnchanged(String function, String fault) throws Exception {
        Class<?> broken = Class.forName(Broken.class.getName() + "$" + fault);
        String arn = localStack.function(broken, 10);
        String machine = machines.withFunctions(fault, Map.of(function, arn));
        Reports report = reportBy(machine);
        Reports sound = reportBy(stack.output("StateMachine"));

        Client.part(CHECKS, function)
                .forEach(check ->
                        assertThat(report.statuses()).containsEntry(check, "UNDETERMINED"));
        CHECKS.forEach((other, checks) -> {
            if (!other.equals(function)) {
                checks.forEach(check ->
                        assertThat(report.statuses().get(check))
                                .as(check)
                                .isEqualTo(sound.statuses().get(check)));
            }
        });
    }

    @Test
    void withoutAPlanWhatNeedsNoMailHostsIsStillJudged() throws Exception {
        String arn = localStack.function(Broken.Throws.class, 10);
        Reports report = reportBy(machines.withFunctions("no-plan", Map.of("PlanFunction", arn)));

        assertThat(report.statuses())
                .containsEntry("mx", "UNDETERMINED")
                .containsEntry("spf", "PASS");
    }

    @Test
    void aRunWhoseJudgeFailsEndsAsFailedAndIsToldSo() throws Exception {
        String arn = localStack.function(Broken.Throws.class, 10);
        String run = added();
        DescribeExecutionResponse end =
                machines.run(
                        machines.withFunctions("no-judge", Map.of("JudgeFunction", arn)),
                        run,
                        input(run));

        assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    private Reports reportBy(String machine) {
        String run = added();
        DescribeExecutionResponse end = machines.run(machine, run, input(run));
        assertThat(end.status()).as(end.toString()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(stores.results().run(run).orElseThrow().status()).isEqualTo(RunStatus.DONE);
        byte[] json = stores.documents().read(run, Publication.report(Language.EN)).orElseThrow();
        return new Reports(Client.json(new String(json, StandardCharsets.UTF_8)));
    }

    private String added() {
        String key = Secret.random(new SecureRandom()).text();
        Instant now = Instant.now();
        stores.results()
                .add(
                        StoredRun.queued(
                                key,
                                Domain.parse(DOMAIN).orElseThrow(),
                                Optional.empty(),
                                now,
                                now.plus(Duration.ofDays(1))));
        return key;
    }

    private static String input(String run) {
        Target target = new Target(Domain.parse(DOMAIN).orElseThrow(), Lab.place().options());
        return "{\"run\":\""
                + run
                + "\",\"earlier\":\"\",\"at\":\""
                + Lab.NOW
                + "\",\"target\":"
                + JsonText.of(Jsonb.instance().type(Target.class), target)
                + "}";
    }
}
