package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.check.CheckId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The service without a worker, from the request to the page. */
@WithLocalStack
class CheckOnLocalStackTest {
    private final LocalStack localStack;
    private final LocalStack.Deployed stack;
    private final Client client;

    CheckOnLocalStackTest(LocalStack localStack) {
        this.localStack = localStack;
        this.stack = Stacks.plain(localStack);
        this.client = new Client(localStack, stack);
    }

    /**
     * LocalStack knows no dashboards, and nothing of ours depends on one. Of SES it makes neither
     * receipt rules nor configuration sets from a template: MailOnLocalStackTest does what they do.
     */
    @Test
    void everyResourceOfTheTemplateIsReallyDeployed() {
        assertThat(stack.fallbacks())
                .containsExactlyInAnyOrder(
                        "Dashboard",
                        "MailRules",
                        "TlsRule",
                        "AnyRule",
                        "OverTls",
                        "OverTlsEvents",
                        "Anyhow",
                        "AnyhowEvents");
        assertThat(stack.resources()).hasSizeGreaterThan(40);
    }

    @Test
    void aCheckRunsFromTheRequestToTheReport() {
        Map<String, Object> report = client.report(client.check("sound.example"));

        assertThat(report).containsEntry("domain", "sound.example").containsEntry("lab", true);
        assertThat(report).containsEntry("grade", "UNDETERMINED");
        assertThat(report.get("gradeSoFar")).isNotEqualTo("UNDETERMINED");
        assertThat(report.get("vantage"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("port25", "closed");
    }

    @Test
    void withoutAWorkerWhatNeedsPort25SaysSoAndTheRestStands() {
        Map<String, Object> report = client.report(client.check("sound.example"));
        Reports laptop = Reports.of(Lab.seenInOneProcess("sound.example"));
        Reports cloud = new Reports(report);

        assertThat(cloud.statuses()).containsEntry("inbound-tls", "UNDETERMINED");
        assertThat(cloud.statuses()).containsEntry("relay", "UNDETERMINED");
        assertThat(cloud.text("inbound-tls")).contains("PORT_25_CLOSED_HERE");
        for (String check : List.of("spf", "dmarc", "dkim", "dnssec", "dnsbl", "tls-rpt", "bimi")) {
            assertThat(cloud.check(check)).as(check).isEqualTo(laptop.check(check));
        }
    }

    @Test
    void thePageIsThereInBothLanguagesAndPrivate() {
        String id = client.check("forgeable.example");
        client.report(id);
        HttpResponse<String> page = client.get("/checks/" + id + "?lang=ja", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"ja\"").contains("forgeable.example");
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void progressIsToldCheckByCheck() {
        String id = client.check("parked.example");
        while (client.get("/checks/" + id, "application/json").statusCode() == 202) {
            Map<String, Object> progress =
                    Client.json(client.get("/checks/" + id + "/progress", "*/*").body());
            assertThat(progress).containsKeys("done", "checks");
            Client.pause();
        }
        Map<String, Object> end =
                Client.json(client.get("/checks/" + id + "/progress", "*/*").body());

        assertThat(end.get("done")).isEqualTo(end.get("total"));
        assertThat((List<?>) end.get("checks")).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/checks/0123456789abcdef0123456789abcdef", "/checks/x", "/nothing/here"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(client.get(path, "application/json").statusCode()).isEqualTo(404);
    }

    @Test
    void inputThatIsNoDomainStartsNothing() {
        assertThat(client.post("/checks", "{\"domain\":\"not a domain\"}").statusCode())
                .isEqualTo(400);
        assertThat(client.post("/checks", "junk").statusCode()).isEqualTo(400);
    }

    /** The layer has ICU without most of its data. */
    @Test
    void aNameInAnotherScriptIsTakenForItsALabel() {
        HttpResponse<String> answer = client.post("/checks", "{\"domain\":\"müller.example\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("xn--mller-kva.example");
    }

    @Test
    void ofManyWhoAskAtOnceOneRunIsStarted() throws Exception {
        Callable<String> ask = () -> client.check("two-records.example");
        Set<String> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var each : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask))) {
                ids.add(each.get());
            }
        }
        ids.forEach(client::report);

        assertThat(ids).hasSize(6);
        assertThat(runsOf("two-records.example")).hasSize(1);
    }

    private List<String> runsOf(String domain) {
        try (SfnClient states = localStack.client(SfnClient.builder())) {
            return states
                    .listExecutionsPaginator(r -> r.stateMachineArn(stack.output("StateMachine")))
                    .executions()
                    .stream()
                    .map(each ->
                            states.describeExecution(r -> r.executionArn(each.executionArn()))
                                    .input())
                    .filter(input -> input.contains("\"" + domain + "\""))
                    .toList();
        }
    }

    @Test
    void theRecordingAndTheReportsAreKeptUnderTheRunAndNoIdIsStored() {
        String id = client.check("sound.example");
        client.report(id);
        try (S3Client s3 = localStack.client(S3Client.builder().forcePathStyle(true));
                DynamoDbClient tables = localStack.client(DynamoDbClient.builder())) {
            List<String> keys =
                    s3
                            .listObjectsV2(r -> r.bucket(stack.output("DocumentsBucket")))
                            .contents()
                            .stream()
                            .map(S3Object::key)
                            .toList();
            assertThat(keys)
                    .anyMatch(key -> key.endsWith("/seen.json"))
                    .anyMatch(key -> key.endsWith("/report.ja.json"))
                    .anyMatch(key -> key.endsWith("/probes.dnssec.json"));
            assertThat(tables.scan(r -> r.tableName(stack.output("TableName"))).toString())
                    .doesNotContain(id);
        }
    }

    @Test
    void badgesFormsAndDocumentsWork() {
        String id = client.check("sound.example");
        client.report(id);

        assertThat(client.get("/checks/" + id + "/report.junit.xml", "*/*").body())
                .contains("<testsuites");
        assertThat(client.get("/checks/" + id + "/report.csv", "*/*").body())
                .contains("sound.example");
        assertThat(client.get("/healthz", "*/*").statusCode()).isEqualTo(200);
        assertThat(client.get("/openapi.json", "*/*").body()).contains("/checks");
        assertThat(client.post("/checks/" + id + "/badge", "").statusCode()).isBetween(200, 201);
    }

    @Test
    void everyCheckOfTheRegistryIsInTheReport() {
        Map<String, Object> report = client.report(client.check("gone.example"));

        assertThat(new Reports(report).statuses().keySet())
                .isEqualTo(Reports.of(Lab.seenInOneProcess("gone.example")).statuses().keySet())
                .allSatisfy(word ->
                        assertThat(CheckId.values()).anyMatch(id -> id.word().equals(word)));
    }
}
