package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The service with {@code mailcheck worker}, the program itself, and with one that is away. */
@WithLocalStack
class WorkerOnLocalStackTest {
    /** Long enough for a worker on a busy machine. */
    private static final int PATIENCE = 110;

    private static final String NOT_COMPARED = "DNS_RESOLVER_NOT_COMPARED";
    private static final int MOST_LOOKS = 5;

    private static final Path JAR =
            LocalStack.ROOT.resolve("cli/target/mailcheck/mailcheck.jar").toAbsolutePath();

    private final LocalStack localStack;
    private final LocalStack.Deployed stack;
    private final Client client;
    private final SfnClient states;
    private final Machines machines;

    WorkerOnLocalStackTest(LocalStack localStack) {
        this.localStack = localStack;
        this.stack = Stacks.plain(localStack);
        this.client = new Client(localStack, stack);
        this.states = localStack.client(SfnClient.builder());
        this.machines = new Machines(states, stack);
    }

    @AfterEach
    void close() {
        states.close();
    }

    @Test
    void withAWorkerTheReportIsTheSameAsOnALaptop() throws Exception {
        try (Machines.Restored _ = withActivity(PATIENCE)) {
            Process worker = worker();
            try {
                for (String domain : List.of("listed.example", "wrong-tlsa.example")) {
                    Reports cloud =
                            compared(() -> new Reports(client.report(client.checkAfresh(domain))));
                    Reports laptop = compared(() -> Reports.of(Lab.seenInOneProcess(domain)));

                    assertThat(cloud.whole()).as(domain).isEqualTo(laptop.whole());
                }
            } finally {
                worker.destroy();
                worker.waitFor(30, TimeUnit.SECONDS);
            }
            keepsTheWordOfTheMailServers();
        }
    }

    /** Where a busy machine left no time to ask the zone's own servers, the report says so. */
    private static Reports compared(Supplier<Reports> look) {
        Reports report = look.get();
        for (int i = 0; i < MOST_LOOKS && report.whole().contains(NOT_COMPARED); i++) {
            report = look.get();
        }
        return report;
    }

    /** A fresh look within minutes asks the DNS again, and the mail servers not. */
    private void keepsTheWordOfTheMailServers() {
        String domain = "wrong-tlsa.example";
        Reports before = new Reports(client.report(client.check(domain)));
        Reports fresh = new Reports(client.report(client.checkAfresh(domain)));

        assertThat(fresh.statuses()).isEqualTo(before.statuses());
        assertThat(fresh.check("inbound-tls")).isEqualTo(before.check("inbound-tls"));
    }

    @Test
    void aWorkerThatIsAwayCostsWhatNeedsPort25AndNothingElse() {
        try (Machines.Restored _ = withActivity(1)) {
            String domain = "old-tls.example";
            Reports cloud = new Reports(client.report(client.check(domain)));
            Reports laptop = Reports.of(Lab.seenInOneProcess(domain));

            assertThat(cloud.text("inbound-tls")).contains("WORKER_AWAY");
            assertThat(cloud.statuses()).containsEntry("relay", "UNDETERMINED");
            for (String check : List.of("spf", "dmarc", "dkim", "dnssec", "dnsbl", "tls-rpt")) {
                assertThat(cloud.check(check)).as(check).isEqualTo(laptop.check(check));
            }
        }
    }

    /** As the parameters of the template make it. */
    private Machines.Restored withActivity(int patienceSeconds) {
        return machines.changed(
                Map.of(
                        "\"Result\": \"None\"",
                        "\"Result\": \"Activity\"",
                        "\"Seconds\": 60",
                        "\"Seconds\": " + patienceSeconds));
    }

    private Process worker() throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                JAR.toString(),
                                "worker",
                                "--demo",
                                "--at",
                                Lab.NOW.toString(),
                                "--activity",
                                stack.output("Activity")));
        assertThat(Files.exists(JAR)).as(JAR + ", by mvn package").isTrue();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ACCESS_KEY_ID",
                                "test",
                                "AWS_SECRET_ACCESS_KEY",
                                "test",
                                "AWS_ENDPOINT_URL",
                                localStack.endpoint()));
        builder.redirectOutput(LocalStack.ROOT.resolve("functions/target/worker.log").toFile());
        return builder.start();
    }
}
