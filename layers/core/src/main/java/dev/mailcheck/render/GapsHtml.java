package dev.mailcheck.render;

import dev.mailcheck.report.Report;

import java.util.List;

/** What is not known, why, and how the user gets to know it. */
final class GapsHtml {
    private final HtmlPart part;
    private final Markup out;
    private final GapWords words;

    GapsHtml(HtmlPart part) {
        this.part = part;
        this.out = part.out();
        this.words = new GapWords(part.words());
    }

    void write(String heading, List<Gap> gaps, Report report) {
        if (gaps.isEmpty()) {
            return;
        }
        out.block(
                Tag.of("section"),
                () -> {
                    part.heading(1, part.words().phrase(heading));
                    out.block(
                            Tag.of("ul", "gaps"),
                            () ->
                                    gaps.forEach(gap ->
                                            out.block(Tag.of("li"), () -> write(gap, report))));
                });
    }

    private void write(Gap gap, Report report) {
        part.paragraph("what", words.what(gap, report));
        for (String line : words.how(gap, report)) {
            if (line.startsWith(GapWords.COMMAND)) {
                String command = line.substring(GapWords.COMMAND.length());
                out.block(Tag.of("p", "command"), () -> part.copied(command));
            } else {
                part.paragraph("how", line);
            }
        }
    }
}
