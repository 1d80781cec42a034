package dev.mailcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.SharedCases;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every case of the conformance data that has an envelope or a mail, through the command itself.
 */
class BatchConformanceTest {
    private static final Map<String, String> DMARC =
            Map.of(
                    "result", "result",
                    "policy", "applied",
                    "policy_domain", "policyDomain",
                    "dkim_aligned", "dkimAligned",
                    "spf_aligned", "spfAligned");

    @ParameterizedTest
    @CsvSource({"spf, 203", "dkim, 44", "dmarc, 14", "mime, 18"})
    void everyCaseHasTheExpectedResults(String folder, int count) throws IOException {
        Path file = SharedCases.folder(folder).resolve("cases.jsonl");
        List<Map<String, Object>> cases = objects(Files.readString(file));
        List<Map<String, Object>> answers =
                objects(CommandRun.of("mail", "--batch", file.toString()).out());

        assertThat(cases).hasSize(count);
        assertThat(answers).hasSize(count);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = (String) cases.get(i).get("id");
            assertThat(answers.get(i)).containsEntry("case", id).doesNotContainKey("error");
            differences(map(of("expect", cases.get(i))), answers.get(i))
                    .forEach(difference -> differences.add(id + ": " + difference));
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> differences(
            Map<String, Object> expected, Map<String, Object> report) {
        List<String> found = new ArrayList<>();
        expected.forEach((name, value) -> {
            switch (name) {
                case "spf", "arc" -> compare(name, words(value), result(report, name), found);
                case "spf_explanation" -> explanation(value, report, found);
                case "dkim" -> signatures((List<?>) value, report, found);
                case "dmarc" -> dmarc(map(value), report, found);
                case "robust" -> compare(name, List.of("true"), value.toString(), found);
                default -> found.add("not compared: " + name);
            }
        });
        return found;
    }

    private static void compare(
            String what, List<String> expected, Object seen, List<String> found) {
        if (!expected.contains(String.valueOf(seen))) {
            found.add(what + " is " + seen + ", not " + expected);
        }
    }

    private static void explanation(
            Object expected, Map<String, Object> report, List<String> found) {
        Object seen =
                Objects.requireNonNullElse(evidence(report, "spf").get("explanation"), "DEFAULT");
        compare("explanation", List.of((String) expected), seen, found);
    }

    private static void signatures(
            List<?> expected, Map<String, Object> report, List<String> found) {
        List<?> seen = (List<?>) of("signatures", evidence(report, "dkim"));
        compare("signatures", List.of("" + expected.size()), seen.size(), found);
        for (int i = 0; i < Math.min(expected.size(), seen.size()); i++) {
            Map<String, Object> wanted = map(expected.get(i));
            Map<String, Object> signature = map(seen.get(i));
            for (String name : List.of("domain", "selector")) {
                compare(name, List.of("" + wanted.get(name)), "" + signature.get(name), found);
            }
            compare(
                    "dkim",
                    words(of("result", wanted)).stream()
                            .map(BatchConformanceTest::kindOfResult)
                            .toList(),
                    kindOfResult((String) of("result", signature)),
                    found);
        }
    }

    private static String kindOfResult(String word) {
        return word.equals("pass") || word.equals("temperror") ? word : "bad";
    }

    private static void dmarc(
            Map<String, Object> expected, Map<String, Object> report, List<String> found) {
        Map<String, Object> seen = evidence(report, "dmarc");
        expected.forEach((name, value) ->
                compare(
                        "dmarc " + name,
                        List.of(value.toString()),
                        seen.getOrDefault(DMARC.getOrDefault(name, name), ""),
                        found));
    }

    private static Object result(Map<String, Object> report, String check) {
        return evidence(report, check).getOrDefault("result", "");
    }

    private static List<String> words(Object expected) {
        return expected instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of((String) expected);
    }

    private static Map<String, Object> evidence(Map<String, Object> report, String check) {
        return ((List<?>) of("checks", report))
                .stream()
                        .map(BatchConformanceTest::map)
                        .filter(view -> of("id", view).equals(check))
                        .map(view -> map(of("evidence", view)))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Map<String, Object>> objects(String lines) {
        return lines.lines()
                .map(line -> map(Jsonb.instance().type(Object.class).fromJson(line)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    /** What must be there. */
    private static Object of(String name, Map<String, Object> json) {
        return Objects.requireNonNull(json.get(name), name);
    }
}
