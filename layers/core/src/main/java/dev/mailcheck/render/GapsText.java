package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.List;

/** What is not known, why, and how the user gets to know it. */
final class GapsText {
    private static final String MARGIN = " -  ";
    private static final int INDENT = MARGIN.length();

    private final Words words;
    private final GapWords gapWords;

    GapsText(Words words) {
        this.words = words;
        this.gapWords = new GapWords(words);
    }

    void write(Report report, Page page) {
        write("not.judged", Gap.notJudged(report), report, page);
        write("not.tested", Gap.notTested(report), report, page);
    }

    private void write(String heading, List<Gap> gaps, Report report, Page page) {
        if (!gaps.isEmpty()) {
            page.blank().line(Ink.HEADING, 0, words.phrase(heading));
            gaps.forEach(gap -> write(gap, report, page));
        }
    }

    private void write(Gap gap, Report report, Page page) {
        page.hanging(Ink.PLAIN, MARGIN, Ink.PLAIN, gapWords.what(gap, report));
        gapWords.how(gap, report).forEach(line -> write(line, page));
    }

    /** A command is copied: it is never broken. */
    private static void write(String line, Page page) {
        if (line.startsWith(GapWords.COMMAND)) {
            page.line(Ink.HEADING, 2 * INDENT, line.substring(GapWords.COMMAND.length()));
        } else {
            page.paragraph(Ink.PLAIN, INDENT, line);
        }
    }
}
