package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.List;

/**
 * The report for a person at a terminal: the grade, a line for each check, what to do in order of
 * effect, and what could not be tested from here and how it can. Behind several reports stands a
 * table of them.
 */
public final class TextRenderer implements Renderer {
    private final Words words;
    private final TextStyle style;

    /**
     * @param words in the language the reports are in
     */
    public TextRenderer(Words words, TextStyle style) {
        this.words = words;
        this.style = style;
    }

    @Override
    public String render(List<Report> reports) {
        Page page = new Page(style.colour());
        for (Report report : reports) {
            if (!page.isEmpty()) {
                divide(page);
            }
            write(report, page);
        }
        if (reports.size() > 1) {
            divide(page);
            new OverviewText(words).write(reports, page);
        }
        return page.toString();
    }

    private static void divide(Page page) {
        page.blank().line(Ink.FAINT, 0, "=".repeat(Page.WIDTH)).blank();
    }

    private void write(Report report, Page page) {
        new VerdictText(words).write(report, page);
        new MailText(words).write(report, page);
        new CheckLines(words, style).write(report, page);
        new ToDoText(words).write(report, page);
        new StrictSendersText(words).write(report, page);
        new GapsText(words).write(report, page);
        new NotesText(words).write(report, page);
    }
}
