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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A probe that goes wrong costs its own rows of the report, and no other. */
@WithLocalStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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
    private Optional<Reports> soundReport = Optional.empty();

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

    @AfterAll
    void close() {
        states.close();
        tables.close();
        s3.close();
    }

    /** Every function meets every fault; what is sound in the same run is judged as ever. */
    @ParameterizedTest
    @CsvSource({
        "first, Throws, Hangs, Exits, Junk",
        "second, Hangs, Exits, Junk, TooMuch",
        "third, Exits, Junk, TooMuch, Sound",
        "fourth, Junk, TooMuch, Sound, Throws",
        "fifth, TooMuch, Sound, Throws, Hangs",
        "sixth, Sound, Throws, Hangs, Exits"
    })
    void itsRowsAreNotKnownAndTheOthersUnchanged(
            String machine, String policies, String dnssec, String dnsbl, String mtaSts) {
        Map<String, String> faults =
                Map.of(
                        "PoliciesFunction", policies,
                        "DnssecFunction", dnssec,
                        "DnsblFunction", dnsbl,
                        "MtaStsFunction", mtaSts);
        Reports report = reportBy(machines.withFunctions(machine, broken(faults)));

        faults.forEach((function, fault) -> {
            for (String check : Client.part(CHECKS, function)) {
                if (fault.equals("Sound")) {
                    assertThat(report.statuses().get(check))
                            .as(check)
                            .isEqualTo(sound().statuses().get(check));
                } else {
                    assertThat(report.statuses()).containsEntry(check, "UNDETERMINED");
                }
            }
        });
        assertThat(report.statuses().get("mx")).isEqualTo(sound().statuses().get("mx"));
    }

    private Map<String, String> broken(Map<String, String> faults) {
        Map<String, String> replaced = new HashMap<>();
        faults.forEach((function, fault) -> {
            if (!fault.equals("Sound")) {
                replaced.put(function, function(Broken.named(fault)));
            }
        });
        return replaced;
    }

    private String function(Class<?> handler) {
        return localStack.function(handler, 3);
    }

    private Reports sound() {
        return soundReport.orElseGet(() -> {
            soundReport = Optional.of(reportBy(stack.output("StateMachine")));
            return soundReport.orElseThrow();
        });
    }

    @Test
    void withoutAPlanWhatNeedsNoMailHostsIsStillJudged() {
        String arn = function(Broken.Throws.class);
        Reports report = reportBy(machines.withFunctions("no-plan", Map.of("PlanFunction", arn)));

        assertThat(report.statuses())
                .containsEntry("mx", "UNDETERMINED")
                .containsEntry("spf", "PASS");
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
