package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.functions.store.S3Mails.Rule;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What CloudFormation makes of the template, held against the rules for it. */
class TemplateTest {
    /** Statements that cannot name what they are about, and why. */
    private static final Map<String, String> WIDE =
            Map.of(
                    "DeliverLogs", "Step Functions wants it so to write its own logs",
                    "HandInByToken", "AWS knows no resource for these; the token is the key",
                    "TlsOnly", "it denies");

    private static Map<String, Map<String, Object>> resources = Map.of();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void expand() throws IOException {
        Optional<String> python = LocalStack.python();
        assertThat(python.isPresent() || !"true".equals(System.getenv("CI"))).isTrue();
        Assumptions.assumeTrue(python.isPresent());
        Path script = LocalStack.ROOT.resolve(".ci/localstack/expand.py");
        Process process =
                new ProcessBuilder(python.get(), script.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        resources = (Map<String, Map<String, Object>>) Client.part(Client.json(json), "Resources");
    }

    /**
     * "aws cloudformation package" reads no globals, and uploads the whole folder for those
     * without.
     */
    @Test
    void everyFunctionSaysWhereItsCodeIs() throws IOException {
        String template = Files.readString(LocalStack.ROOT.resolve("template.yaml"));

        assertThat(template.split("Type: AWS::Serverless::Function\n", -1))
                .hasSizeGreaterThan(10)
                .satisfies(parts ->
                        assertThat(List.of(parts).subList(1, parts.length))
                                .allSatisfy(part ->
                                        assertThat(part.lines().limit(6))
                                                .contains(
                                                        "      CodeUri:"
                                                            + " functions/target/deploy/functions.zip")));
    }

    @Test
    void noPermissionIsWiderThanIsReasoned() {
        assertThat(statements())
                .hasSizeGreaterThan(20)
                .filteredOn(statement ->
                        isWide(Client.part(statement, "Action"))
                                || isWide(Client.part(statement, "Resource")))
                .allSatisfy(statement ->
                        assertThat(WIDE).containsKey(String.valueOf(statement.get("Sid"))));
    }

    @Test
    void probesMayDoNothingInTheAccount() {
        for (String function : List.of("Plan", "Policies", "Dnssec", "Dnsbl", "MtaSts")) {
            assertThat(properties(function + "FunctionRole")).doesNotContainKey("Policies");
        }
    }

    @Test
    void onlyTheFunctionsAtTheDoorsMayStartRuns() {
        assertThat(resources.keySet())
                .filteredOn(name -> name.endsWith("FunctionRole"))
                .filteredOn(name ->
                        Client.part(resources, name).toString().contains("states:StartExecution"))
                .containsExactlyInAnyOrder(
                        "StartFunctionRole",
                        "SlackFunctionRole",
                        "SlackWorkFunctionRole",
                        "MailFunctionRole");
    }

    /** Nothing that takes time can be done before Slack has its answer. */
    @Test
    void whatSlackReachesMayDoOneThingOnly() {
        assertThat(statements(Client.part(resources, "SlackFunctionRole")))
                .hasSize(1)
                .allSatisfy(statement ->
                        assertThat(statement)
                                .containsEntry("Action", "states:StartExecution")
                                .containsEntry("Resource", Map.of("Ref", "SlackMachine")));
    }

    @Test
    void everyFunctionRunsOnArmInJava25WithATimeOutAndALog() {
        assertThat(ofType("AWS::Lambda::Function"))
                .hasSize(18)
                .allSatisfy(function -> {
                    assertThat(function)
                            .containsEntry("Runtime", "java25")
                            .containsEntry("Architectures", List.of("arm64"))
                            .containsKeys("Timeout", "MemorySize", "LoggingConfig", "SnapStart");
                });
    }

    @Test
    void theSdkIsInNoProbesReach() {
        for (String function : List.of("Plan", "Policies", "Dnssec", "Dnsbl", "MtaSts")) {
            assertThat((List<?>) properties(function + "Function").get("Layers")).hasSize(1);
        }
    }

    @Test
    void whatIsStoredIsEncryptedPrivateAndDeletedInTime() {
        assertThat(ofType("AWS::S3::Bucket"))
                .isNotEmpty()
                .allSatisfy(bucket ->
                        assertThat(bucket)
                                .containsKeys(
                                        "BucketEncryption",
                                        "PublicAccessBlockConfiguration",
                                        "LifecycleConfiguration"));
        assertThat(ofType("AWS::DynamoDB::Table"))
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(table)
                                .containsKeys("SSESpecification", "TimeToLiveSpecification"));
        assertThat(ofType("AWS::Logs::LogGroup"))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group).containsKey("RetentionInDays"));
        assertThat(ofType("AWS::SQS::Queue"))
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(queue).containsKey("SqsManagedSseEnabled"));
    }

    @Test
    void everyAsynchronousEdgeHasItsQueueForWhatIsNotDelivered() {
        assertThat(ofType("AWS::Events::Rule"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.toString()).contains("DeadLetterConfig"));
        for (String function : List.of("Publish", "Mail", "MailNews")) {
            assertThat(properties(function + "Function")).containsKey("DeadLetterConfig");
        }
    }

    @Test
    void nothingOfSesIsThereWithoutAMailDomain() {
        assertThat(resources.entrySet())
                .filteredOn(each ->
                        String.valueOf(each.getValue().get("Type")).startsWith("AWS::SES::"))
                .hasSize(7)
                .allSatisfy(each ->
                        assertThat(each.getValue()).containsEntry("Condition", "HasMailDoor"));
        for (String name : List.of("Mails", "MailFunction", "MailMachine", "UndeliveredMails")) {
            assertThat(Client.part(resources, name)).containsEntry("Condition", "HasMailDoor");
        }
    }

    @Test
    void eachRulePutsItsMailsWhereTheFunctionLooksForThem() {
        assertThat(properties("TlsRule").toString())
                .contains("TlsPolicy=Require", "ObjectKeyPrefix=" + Rule.TLS.prefix());
        assertThat(properties("AnyRule").toString())
                .contains("TlsPolicy=Optional", "ObjectKeyPrefix=" + Rule.ANY.prefix());
    }

    @Test
    void onlyOneFunctionMaySendMailAndOnlyFromOneAddress() {
        assertThat(resources.keySet())
                .filteredOn(name -> name.endsWith("Role"))
                .filteredOn(name -> Client.part(resources, name).toString().contains("ses:Send"))
                .containsExactly("AnswerFunctionRole");
        assertThat(properties("AnswerFunctionRole").toString())
                .contains("ses:FromAddress")
                .doesNotContain("ses:*");
    }

    @Test
    void anAnswerGoesOverTlsOrSesSaysSoSoon() {
        assertThat(properties("OverTls").toString())
                .contains("TlsPolicy=REQUIRE", "MaxDeliverySeconds=600");
    }

    @Test
    void withoutItsSecretsNothingOfSlackIsDeployed() {
        assertThat(resources.keySet())
                .filteredOn(name -> name.contains("Slack"))
                .hasSizeGreaterThan(6)
                .allSatisfy(name ->
                        assertThat(Client.part(resources, name))
                                .as(name)
                                .containsEntry("Condition", "HasSlack"));
    }

    private static boolean isWide(Object actionOrResource) {
        List<?> all =
                actionOrResource instanceof List<?> list
                        ? list
                        : List.of(String.valueOf(actionOrResource));
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .anyMatch(one -> one.equals("*") || one.endsWith(":*"));
    }

    private static List<Map<String, Object>> statements() {
        return statements(resources);
    }

    private static List<Map<String, Object>> statements(Map<String, ?> part) {
        List<Map<String, Object>> found = new ArrayList<>();
        collect(part, found);
        return found;
    }

    @SuppressWarnings("unchecked")
    private static void collect(Object part, List<Map<String, Object>> found) {
        if (part instanceof Map<?, ?> map) {
            if (map.containsKey("Effect") && map.containsKey("Resource")) {
                found.add(new TreeMap<>((Map<String, Object>) map));
            }
            map.values().forEach(each -> collect(each, found));
        } else if (part instanceof List<?> list) {
            list.forEach(each -> collect(each, found));
        }
    }

    private static Stream<Map<String, Object>> stream(String type) {
        return resources.entrySet().stream()
                .filter(each -> type.equals(each.getValue().get("Type")))
                .map(each -> properties(each.getKey()));
    }

    private static List<Map<String, Object>> ofType(String type) {
        return stream(type).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(String name) {
        return (Map<String, Object>) Client.part(Client.part(resources, name), "Properties");
    }
}
