package dev.mailcheck.report;

import dev.mailcheck.check.CheckResult;
import dev.mailcheck.check.Finding;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Report.Fix;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts results into words and evidence into bounds, one check after another. */
final class CheckViews {
    private final Words words;
    private final PlainJson plainJson;
    private final Masking masking;

    CheckViews(Words words, PlainJson plainJson, Masking masking) {
        this.words = words;
        this.plainJson = plainJson;
        this.masking = masking;
    }

    CheckView of(CheckResult result, long elapsedMillis) {
        return new CheckView(
                result.id(),
                result.status(),
                result.level(),
                elapsedMillis,
                result.findings().stream().map(this::finding).toList(),
                evidence(result.evidence()));
    }

    private FindingView finding(Finding finding) {
        Map<String, String> arguments = new TreeMap<>();
        finding.arguments().forEach((name, value) -> arguments.put(name, shown(value)));
        String subject = shown(finding.subject());
        return new FindingView(
                finding.code().name(),
                finding.status(),
                finding.level(),
                subject,
                arguments,
                words.message(finding.code(), subject, arguments),
                fix(finding, subject, arguments),
                finding.code().reference());
    }

    private @Nullable Fix fix(Finding finding, String subject, Map<String, String> arguments) {
        return finding.status() == Status.PASS
                ? null
                : words.fix(finding.code(), subject, arguments)
                        .map(text ->
                                new Fix(
                                        text,
                                        finding.record().orElse(null),
                                        finding.file().orElse(null)))
                        .orElse(null);
    }

    private String shown(String text) {
        return EvidenceCaps.cut(masking.mask(text));
    }

    /** Single values first: where the rest must be cut, they are the last to be missed. */
    private Map<String, Object> evidence(Map<String, Object> evidence) {
        EvidenceCaps caps = new EvidenceCaps(masking::mask);
        Map<String, Object> plain = new TreeMap<>();
        evidence.forEach((name, value) -> plain.put(name, plainJson.of(value)));
        Map<String, Object> view = new LinkedHashMap<>();
        plain.entrySet().stream()
                .sorted(Comparator.comparing(entry -> isMany(entry.getValue())))
                .forEach(entry -> view.put(entry.getKey(), caps.cap(entry.getValue())));
        return view;
    }

    private static boolean isMany(Object value) {
        return value instanceof Collection || value instanceof Map;
    }
}
