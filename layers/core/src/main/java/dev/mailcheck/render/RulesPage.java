package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.FindingCode;
import dev.mailcheck.check.Status;
import dev.mailcheck.report.Words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explains findings: {@code mailcheck rules [CODE]}. Places that a report fills with what was seen
 * are shown as {@code <name>}.
 */
public final class RulesPage {
    private static final int SIMILAR = 5;

    private final Words words;
    private final boolean colour;

    public RulesPage(Words words, boolean colour) {
        this.words = words;
        this.colour = colour;
    }

    /** All codes, grouped by their checks. */
    public String all() {
        Page page = new Page(colour);
        for (CheckId check : CheckId.values()) {
            List<FindingCode> codes = codes().filter(code -> code.check() == check).toList();
            if (!codes.isEmpty()) {
                page.line(Ink.HEADING, 0, check.word());
                codes.forEach(code -> write(code, page));
                page.blank();
            }
        }
        return page.paragraph(Ink.FAINT, 0, words.phrase("read.on")).toString();
    }

    private void write(FindingCode code, Page page) {
        String label = Marks.of(code.status()) + "  ";
        String weight = " (" + words.phrase("level." + code.level()) + ")";
        page.hanging(Marks.ink(code.status()), "  " + label, Ink.PLAIN, code.name() + weight);
        page.paragraph(Ink.FAINT, 8, words.pattern(code, "message"));
    }

    /** One code; empty where there is none of this name, which may be written in small letters. */
    public Optional<String> of(String name) {
        return codes().filter(code -> code.name().equals(normal(name))).findFirst().map(this::page);
    }

    /** Codes that someone may have meant by a name that is none. */
    public List<String> similar(String name) {
        String wanted = normal(name);
        return codes().map(FindingCode::name)
                .filter(code -> !wanted.isEmpty() && code.contains(wanted))
                .limit(SIMILAR)
                .toList();
    }

    private static Stream<FindingCode> codes() {
        return Arrays.stream(FindingCode.values());
    }

    private static String normal(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String page(FindingCode code) {
        Page page = new Page(colour);
        page.line(Marks.ink(code.status()), 0, code.name()).blank();
        page.paragraph(Ink.HEADING, 0, words.pattern(code, "message"));
        section(page, "rules.meaning", words.pattern(code, "meaning"));
        if (code.status() != Status.PASS) {
            section(page, "rules.fix", words.pattern(code, "fix"));
        }
        page.blank();
        fact(page, "rules.check", code.check().word());
        fact(page, "rules.status", words.phrase("status." + code.status()));
        fact(page, "rules.level", words.phrase("level.meaning." + code.level()));
        fact(page, "rules.source", code.reference());
        return page.toString();
    }

    private void section(Page page, String heading, String text) {
        page.blank().line(Ink.HEADING, 0, words.phrase(heading));
        text.lines().forEach(line -> page.paragraph(Ink.PLAIN, 2, line));
    }

    private void fact(Page page, String name, String value) {
        page.hanging(Ink.FAINT, Columns.padded(words.phrase(name), 10), Ink.PLAIN, value);
    }
}
