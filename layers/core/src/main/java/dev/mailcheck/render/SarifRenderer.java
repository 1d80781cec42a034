package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.grade.NotTested;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Tool;
import dev.mailcheck.report.Words;

import io.avaje.jsonb.Jsonb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SARIF 2.1.0 for code scanning: one run, a result for each finding that is not in order, and the
 * rules these findings are of. What is right or does not apply is no result.
 */
public final class SarifRenderer implements Renderer {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Words words;
    private final Jsonb jsonb;
    private final SarifRule rule;

    /**
     * @param words in the language the reports are in
     */
    public SarifRenderer(Words words, Jsonb jsonb) {
        this.words = words;
        this.jsonb = jsonb;
        this.rule = new SarifRule(words);
    }

    @Override
    public String render(List<Report> reports) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run(reports)));
        String json = JsonText.of(jsonb.type(Object.class), log);
        return JsonLayout.indented(JsonLayout.escaped(json)) + "\n";
    }

    private Map<String, Object> run(List<Report> reports) {
        List<String> codes = codes(reports);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", JsonMembers.of("driver", driver(codes)));
        run.put("language", words.language().word());
        run.put("automationDetails", JsonMembers.of("id", "mailcheck/"));
        run.put("invocations", List.of(invocation(reports)));
        run.put("results", results(reports, codes));
        run.put(
                "properties",
                JsonMembers.of("reports", reports.stream().map(this::graded).toList()));
        return run;
    }

    private static List<String> codes(List<Report> reports) {
        Set<String> codes = new LinkedHashSet<>();
        for (Report report : reports) {
            for (CheckView check : report.checks()) {
                check.findings().stream()
                        .filter(SarifRenderer::isResult)
                        .map(FindingView::code)
                        .forEach(codes::add);
            }
        }
        return List.copyOf(codes);
    }

    private static boolean isResult(FindingView finding) {
        return finding.status() != Status.PASS && finding.status() != Status.NOT_APPLICABLE;
    }

    private Map<String, Object> driver(List<String> codes) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "mailcheck");
        driver.put("version", Tool.version());
        driver.put("semanticVersion", Tool.version());
        driver.put("rules", codes.stream().map(rule::of).toList());
        return driver;
    }

    private Map<String, Object> invocation(List<Report> reports) {
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", true);
        invocation.put(
                "startTimeUtc",
                reports.stream().map(Report::startedAt).min(Comparator.naturalOrder()).orElse(""));
        invocation.put(
                "endTimeUtc",
                reports.stream().map(Report::finishedAt).max(Comparator.naturalOrder()).orElse(""));
        invocation.put(
                "toolExecutionNotifications",
                reports.stream()
                        .flatMap(r -> r.notTested().stream().map(left -> notTested(r, left)))
                        .toList());
        return invocation;
    }

    private Map<String, Object> notTested(Report report, NotTested left) {
        String text =
                report.domain() + " " + left.check().word() + ": " + words.reason(left.reason());
        return new JsonMembers()
                .and("level", "note")
                .and("message", JsonMembers.of("text", SarifText.of(text)))
                .map();
    }

    private static List<Map<String, Object>> results(List<Report> reports, List<String> codes) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (Report report : reports) {
            for (CheckView check : report.checks()) {
                check.findings().stream()
                        .filter(SarifRenderer::isResult)
                        .map(f -> SarifResult.of(report, check, f, codes.indexOf(f.code())))
                        .forEach(results::add);
            }
        }
        return results;
    }

    private Map<String, Object> graded(Report report) {
        Map<String, Object> graded = new LinkedHashMap<>();
        graded.put("domain", TerminalText.of(report.domain()));
        graded.put("grade", report.grade().name());
        graded.put("gradeName", new Verdict(words).name(report.grade()));
        graded.put("score", report.score());
        graded.put("scoreCoverage", report.scoreCoverage());
        return graded;
    }
}
