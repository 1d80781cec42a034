package dev.mailcheck.render;

import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A finding as a result of SARIF. */
final class SarifResult {
    private SarifResult() {}

    static Map<String, Object> of(
            Report report, CheckView check, FindingView finding, int ruleIndex) {
        boolean open = finding.status() == Status.UNDETERMINED;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("ruleIndex", ruleIndex);
        result.put("kind", open ? "open" : "fail");
        result.put("level", SarifLevel.of(finding.status(), finding.level()));
        result.put("message", JsonMembers.of("text", message(finding)));
        result.put("locations", List.of(location(report, check, finding)));
        result.put(
                "partialFingerprints", JsonMembers.of("finding/v1", fingerprint(report, finding)));
        result.put("properties", properties(check, finding));
        return result;
    }

    /** A message must not be empty. */
    private static String message(FindingView finding) {
        return SarifText.of(finding.message().isEmpty() ? finding.code() : finding.message());
    }

    /**
     * The subject as a logical location. Code scanning takes no result without a file, and there is
     * none: the domain stands for it.
     */
    private static Map<String, Object> location(
            Report report, CheckView check, FindingView finding) {
        String subject = TerminalText.of(finding.subject());
        String domain = TerminalText.of(report.domain());
        Map<String, Object> logical = new LinkedHashMap<>();
        logical.put("name", subject);
        logical.put("fullyQualifiedName", domain + "/" + check.id().word() + "/" + subject);
        logical.put("kind", "resource");
        Map<String, Object> location = new LinkedHashMap<>();
        location.put(
                "physicalLocation",
                new JsonMembers()
                        .and("artifactLocation", JsonMembers.of("uri", domain))
                        .and("region", JsonMembers.of("startLine", 1))
                        .map());
        location.put("logicalLocations", List.of(logical));
        return location;
    }

    /** The same for the same fault of the same subject, whatever its numbers and the language. */
    private static String fingerprint(Report report, FindingView finding) {
        String what = report.domain() + "\n" + finding.code() + "\n" + finding.subject();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Map<String, Object> properties(CheckView check, FindingView finding) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("check", check.id().word());
        properties.put("status", finding.status().name());
        properties.put("level", finding.level().name());
        Fix fix = finding.fix();
        if (fix != null) {
            properties.put("fix", TerminalText.of(fix.text()));
            String file = fix.file();
            if (file != null) {
                properties.put("file", lines(file));
            }
            ProposedRecord record = fix.record();
            if (record != null) {
                properties.put(
                        "record",
                        new JsonMembers()
                                .and("name", TerminalText.of(record.name()))
                                .and("type", TerminalText.of(record.type()))
                                .and("value", TerminalText.of(record.value()))
                                .map());
            }
        }
        return properties;
    }

    private static String lines(String text) {
        return text.lines().map(TerminalText::of).collect(Collectors.joining("\n", "", "\n"));
    }
}
