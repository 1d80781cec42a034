package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service with {@code mailcheck worker}, the program itself, and with one that is away. */
@ExtendWith(OnLocalStack.class)
@Timeout(600)
class WorkerOnLocalStackTest {
    private static final Path JAR =
            LocalStack.ROOT.resolve("cli/target/mailcheck/mailcheck.jar").toAbsolutePath();

    private final LocalStack localStack;

    WorkerOnLocalStackTest(LocalStack localStack) {
        this.localStack = localStack;
    }

    @Test
    void withAWorkerTheReportIsTheSameAsOnALaptop() throws Exception {
        LocalStack.Deployed stack = Stacks.withActivity(localStack);
        Client client = new Client(stack);
        Process worker = worker(stack);
        try {
            for (String domain : List.of("sound.example", "forgeable.example")) {
                Map<String, Object> report = client.report(client.check(domain));

                assertThat(new Reports(report).whole())
                        .as(domain)
                        .isEqualTo(Reports.of(Lab.seenInOneProcess(domain)).whole());
            }
            keepsTheWordOfTheMailServers(client);
        } finally {
            worker.destroy();
            worker.waitFor(30, TimeUnit.SECONDS);
        }
    }

    /** A fresh look within minutes asks the DNS again, and the mail servers not. */
    private static void keepsTheWordOfTheMailServers(Client client) {
        String answer =
                client.post("/checks", "{\"domain\":\"sound.example\",\"fresh\":true}").body();
        String again = (String) Client.part(Client.json(answer), "id");

        assertThat(new Reports(client.report(again)).statuses())
                .containsEntry("inbound-tls", "PASS");
    }

    @Test
    void aWorkerThatIsAwayCostsWhatNeedsPort25AndNothingElse() {
        LocalStack.Deployed stack =
                localStack.stack(
                        "away",
                        "SmtpProbes=Activity",
                        "OpenAccess=true",
                        "WorkerPatienceSeconds=5");
        Client client = new Client(stack);
        Reports report = new Reports(client.report(client.check("sound.example")));

        assertThat(report.text("inbound-tls")).contains("WORKER_AWAY");
        assertThat(report.statuses())
                .containsEntry("relay", "UNDETERMINED")
                .containsEntry("spf", "PASS")
                .containsEntry("dnssec", "PASS");
    }

    private Process worker(LocalStack.Deployed stack) throws IOException {
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
