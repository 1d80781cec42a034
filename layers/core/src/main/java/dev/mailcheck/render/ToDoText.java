package dev.mailcheck.render;

import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.FindingView;
import dev.mailcheck.report.Words;

import java.util.List;
import java.util.Map;

/** What to do, in order of effect on the grade. */
final class ToDoText {
    private static final int INDENT = 4;

    private final Words words;

    ToDoText(Words words) {
        this.words = words;
    }

    void write(Report report, Page page) {
        int number = 0;
        String heading = "";
        for (ToDo item : ToDo.of(report)) {
            String here = item.optional() ? "to.do.optional" : "to.do";
            page.blank();
            if (!here.equals(heading)) {
                heading = here;
                page.line(Ink.HEADING, 0, words.phrase(heading));
            }
            write(++number, item, page);
        }
    }

    private void write(int number, ToDo item, Page page) {
        String label = String.format("%2d. ", number);
        String weight = words.phrase("level." + item.level());
        page.hanging(
                Ink.PLAIN,
                label,
                Marks.ink(item.status()),
                item.code() + " (" + Marks.of(item.status()) + ", " + weight + ")");
        item.cures().forEach(cure -> write(cure, page));
    }

    private void write(ToDo.Cure cure, Page page) {
        cure.told().stream()
                .map(FindingView::message)
                .distinct()
                .forEach(message -> page.paragraph(Ink.HEADING, INDENT, message));
        write("same.for", cure.others(), page);
        cure.text().lines().forEach(line -> page.paragraph(Ink.PLAIN, INDENT, line));
        write("likewise", cure.likewise(), page);
        cure.files().forEach(file -> writeFile(file, page));
        cure.records().forEach(record -> write(record, page));
    }

    private void write(String phrase, List<String> others, Page page) {
        if (!others.isEmpty()) {
            Map<String, String> subjects = Map.of("subjects", String.join(", ", others));
            page.paragraph(Ink.PLAIN, INDENT, words.phrase(phrase, subjects));
        }
    }

    private void writeFile(String file, Page page) {
        page.line(Ink.PLAIN, INDENT, words.phrase("file"));
        page.blank();
        file.lines().forEach(line -> page.line(Ink.HEADING, 0, line));
        page.blank();
    }

    /** On a line of its own and never broken: it is copied. */
    private void write(ProposedRecord record, Page page) {
        page.line(Ink.PLAIN, INDENT, words.phrase("record"));
        page.blank();
        page.line(Ink.HEADING, 0, record.line());
    }
}
