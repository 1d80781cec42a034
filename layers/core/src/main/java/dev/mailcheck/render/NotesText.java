package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.Optional;

/** The foot of a report: from where it was seen, and where to read on. */
final class NotesText {
    /** Of what lies ahead, the soonest are enough. */
    private static final int FORESEEN = 5;

    private final Words words;
    private final Notes notes;

    NotesText(Words words) {
        this.words = words;
        this.notes = new Notes(words);
    }

    void write(Report report, Page page) {
        outlook(report, page);
        Optional<String> trial = notes.trial(report);
        if (trial.isPresent()) {
            page.blank();
        }
        notes.oneByOne(report).ifPresent(warning -> page.paragraph(Ink.PLAIN, 0, warning));
        trial.ifPresent(command -> page.line(Ink.PLAIN, 0, command));
        notes.authenticationResults(report)
                .ifPresent(field -> page.blank().hanging(Ink.FAINT, "", Ink.FAINT, field));
        if (report.kind().equals("mail")) {
            page.blank();
        } else {
            page.blank().paragraph(Ink.FAINT, 0, notes.vantage(report.vantage()));
        }
        page.line(Ink.FAINT, 0, words.phrase("read.on"));
    }

    private void outlook(Report report, Page page) {
        if (!report.outlook().isEmpty()) {
            page.blank().line(Ink.HEADING, 0, words.phrase("outlook"));
            report.outlook().stream()
                    .limit(FORESEEN)
                    .map(notes::outlook)
                    .forEach(text -> page.hanging(Ink.PLAIN, " -  ", Ink.PLAIN, text));
        }
    }
}
