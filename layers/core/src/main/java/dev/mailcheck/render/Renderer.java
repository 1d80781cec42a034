package dev.mailcheck.render;

import dev.mailcheck.report.Report;

import java.util.List;

/**
 * Writes reports in one of the {@link Format}s. It knows no rules: all it says is in the report.
 */
public sealed interface Renderer
        permits CsvRenderer,
                HtmlRenderer,
                JsonRenderer,
                JunitRenderer,
                SarifRenderer,
                TextRenderer {
    /** The whole output for these reports, at least one, with a line end at its end. */
    String render(List<Report> reports);
}
