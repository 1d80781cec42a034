package dev.mailcheck.report;

import dev.mailcheck.json.JsonNull;
import dev.mailcheck.report.Report.CheckView;

import io.avaje.jsonb.Jsonb;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads reports that we stored ourselves; not for reports that come from outside. The library
 * leaves escapes in the names of free members as they are written, so an odd name in the evidence
 * comes back with its escapes; values do not.
 */
public final class ReportReader {
    private final Jsonb jsonb;
    private final PlainJson plainJson;

    public ReportReader(Jsonb jsonb) {
        this.jsonb = jsonb;
        this.plainJson = new PlainJson(jsonb);
    }

    /**
     * The report as it was written, but for its id.
     *
     * @param id what it is called here
     */
    public Report read(String json, String id) {
        Report stored = jsonb.type(Report.class).fromJson(json);
        return new Report(
                stored.schema(),
                id,
                stored.kind(),
                stored.domain(),
                stored.startedAt(),
                stored.finishedAt(),
                stored.tool(),
                stored.rules(),
                stored.lab(),
                stored.grade(),
                stored.gradeSoFar(),
                stored.provisional(),
                stored.score(),
                stored.scoreCoverage(),
                stored.notTested(),
                stored.vantage(),
                stored.outlook(),
                stored.strictSenders(),
                stored.mail(),
                stored.authenticationResults(),
                stored.checks().stream().map(this::withWholeNumbers).toList());
    }

    /** All numbers of evidence come back as floating point. */
    private CheckView withWholeNumbers(CheckView check) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        check.evidence().forEach((name, value) -> evidence.put(name, known(value)));
        return new CheckView(
                check.id(),
                check.status(),
                check.level(),
                check.elapsedMillis(),
                check.findings(),
                evidence);
    }

    /** A null of JSON, such as that of a fact that is not known, comes back as none. */
    private Object known(@Nullable Object value) {
        return value == null ? JsonNull.NULL : plainJson.of(value);
    }
}
