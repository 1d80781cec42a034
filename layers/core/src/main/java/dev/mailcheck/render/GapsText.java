package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Words;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is not known, why, and how the user gets to know it. */
final class GapsText {
    private static final String MARGIN = " -  ";
    private static final int INDENT = MARGIN.length();

    /** What a line of a phrase begins with that is a command. */
    private static final String COMMAND = "$ ";

    /** Cures of one gap that are told; more of them say the same about other hosts. */
    private static final int CURES = 2;

    private final Words words;

    GapsText(Words words) {
        this.words = words;
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
        page.hanging(Ink.PLAIN, MARGIN, Ink.PLAIN, what(gap, report));
        Optional<String> known = words.phraseIfAny("how." + gap.reason());
        if (known.isPresent()) {
            String how = words.phrase("how." + gap.reason(), Map.of("domain", report.domain()));
            how.lines().forEach(line -> write(line, page));
        } else {
            cures(gap).forEach(cure -> page.paragraph(Ink.PLAIN, INDENT, cure));
        }
    }

    /** A line that is a command is copied: it is never broken. */
    private static void write(String line, Page page) {
        if (line.startsWith(COMMAND)) {
            page.line(Ink.HEADING, 2 * INDENT, line.substring(COMMAND.length()));
        } else {
            page.paragraph(Ink.PLAIN, INDENT, line);
        }
    }

    private String what(Gap gap, Report report) {
        String checks = String.join(", ", gap.checks());
        if (gap.reason().isEmpty() || (gap.told().size() == 1 && gap.checks().size() == 1)) {
            return checks + ": " + gap.told().getFirst().finding().message();
        }
        List<String> subjects =
                gap.subjects().stream().filter(name -> !name.equals(report.domain())).toList();
        return words.phrase(
                subjects.isEmpty() ? "gap" : "gap.subjects",
                Map.of(
                        "checks", checks,
                        "reason", words.reason(gap.reason()),
                        "subjects", String.join(", ", subjects)));
    }

    /** Each cure once, with its checks before it where it is not that of all checks here. */
    private static List<String> cures(Gap gap) {
        Map<String, Set<String>> checksByCure = new LinkedHashMap<>();
        for (Gap.Told told : gap.told()) {
            Optional.ofNullable(told.finding().fix())
                    .ifPresent(fix ->
                            checksByCure
                                    .computeIfAbsent(fix.text(), text -> new LinkedHashSet<>())
                                    .add(told.check()));
        }
        return checksByCure.entrySet().stream()
                .limit(CURES)
                .map(cure -> named(cure.getValue(), gap) + cure.getKey())
                .toList();
    }

    private static String named(Set<String> checks, Gap gap) {
        return checks.size() == gap.checks().size() ? "" : String.join(", ", checks) + ": ";
    }
}
