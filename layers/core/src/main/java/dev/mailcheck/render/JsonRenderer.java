package dev.mailcheck.render;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.report.Report;

import io.avaje.jsonb.Jsonb;

import java.util.List;

/**
 * The report in the form of contract.md, section 2: a single one indented, several as JSON lines.
 * Both may end up on a terminal, so what a terminal would obey is written as an escape of JSON.
 */
public final class JsonRenderer implements Renderer {
    private final Jsonb jsonb;

    public JsonRenderer(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public String render(List<Report> reports) {
        if (reports.size() == 1) {
            return JsonLayout.indented(json(reports.getFirst())) + "\n";
        }
        StringBuilder lines = new StringBuilder();
        reports.forEach(report -> lines.append(line(report)));
        return lines.toString();
    }

    /** One report as one of the JSON lines, with its line end. */
    public String line(Report report) {
        return json(report) + "\n";
    }

    /** JSON text with what a terminal would obey written as escapes. */
    public static String escaped(String json) {
        return JsonLayout.escaped(json);
    }

    private String json(Report report) {
        return escaped(JsonText.of(jsonb.type(Report.class), report));
    }
}
