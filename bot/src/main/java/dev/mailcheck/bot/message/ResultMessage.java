package dev.mailcheck.bot.message;

import dev.mailcheck.check.Level;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.check.Status;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.render.Digest;
import dev.mailcheck.report.Report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A result: the grade first, a line for each check that needs work, the most useful fixes. What is
 * long stands in the details; a record is there whole or not at all.
 */
public final class ResultMessage {
    private static final int FIXES = 3;
    private static final int LINES = 12;
    private static final int LINE = 200;
    private static final int FIX = 500;
    private static final int RECORD = 700;
    private static final int GAP = 300;

    private final Digest digest;
    private final Say say;

    private ResultMessage(Digest digest, Say say) {
        this.digest = digest;
        this.say = say;
    }

    /** For the one who asked. */
    public static Message of(Report report, CheckButtons buttons, Say say) {
        ResultMessage result = new ResultMessage(Digest.of(report, say.words()), say);
        List<Part> parts = result.parts();
        parts.add(report.mail() == null ? buttons.ofResult(say) : buttons.ofMail(say));
        parts.add(new Part.Note(say.of("result.private")));
        return new Message(result.headline(), parts);
    }

    /**
     * For everybody in the channel.
     *
     * @param by who shares it, by Slack's id
     */
    public static Message shared(Report report, String by, CheckButtons buttons, Say say) {
        ResultMessage result = new ResultMessage(Digest.of(report, say.words()), say);
        List<Part> parts = result.parts();
        parts.add(buttons.ofShared(say));
        parts.add(
                new Part.Paragraph(
                        List.of(Span.plain(say.of("shared.by") + " "), Span.person(by))));
        return new Message(result.headline(), parts);
    }

    /** A run that came to nothing, by a fault of ours. */
    public static Message failed(String domain, CheckButtons buttons, Say say) {
        String text = say.of("failed", Map.of("domain", domain));
        return new Message(text, List.of(Part.Paragraph.of(text), buttons.ofFailed(say)));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Headline(Tone.of(shownGrade()), headline()));
        parts.add(new Part.Paragraph(opening()));
        if (!digest.needWork().isEmpty()) {
            parts.add(new Part.Lines(lines()));
        }
        fixes(parts);
        return parts;
    }

    /** Where the grade is not final the colour is that of what is known. */
    private Grade shownGrade() {
        return digest.known().orElse(Grade.UNDETERMINED);
    }

    private String headline() {
        if (digest.grade() == Grade.UNDETERMINED && digest.known().isPresent()) {
            return say.of(
                    "headline.so.far",
                    Map.of("domain", digest.subject(), "grade", name(digest.soFar())));
        }
        return say.of("headline", Map.of("domain", digest.subject(), "grade", digest.gradeName()));
    }

    private String name(Grade grade) {
        return say.of("grade." + grade);
    }

    private List<Span> opening() {
        List<Span> spans = new ArrayList<>();
        if (digest.grade() == Grade.UNDETERMINED) {
            spans.add(Span.plain(cut(digest.headline(), GAP) + "\n"));
        }
        digest.meaning().ifPresent(meaning -> spans.add(Span.plain(meaning + "\n")));
        digest.lab().ifPresent(lab -> spans.add(Span.plain(lab + "\n")));
        if (digest.provisional()) {
            spans.add(Span.plain(say.of("provisional") + "\n"));
        }
        spans.add(Span.plain(digest.summary()));
        return spans;
    }

    private List<Part.Line> lines() {
        List<Part.Line> lines = new ArrayList<>();
        digest.needWork().stream()
                .filter(line -> !isExtra(line))
                .sorted(Comparator.comparing(Digest.Line::status))
                .limit(LINES)
                .forEach(line -> lines.add(line(line)));
        long left = digest.needWork().stream().filter(line -> !isExtra(line)).count() - LINES;
        if (left > 0) {
            lines.add(plain(Tone.NONE, say.of("more.lines", Map.of("count", left + ""))));
        }
        String extras =
                digest.needWork().stream()
                        .filter(ResultMessage::isExtra)
                        .map(line -> line.check().word())
                        .collect(Collectors.joining(", "));
        if (!extras.isEmpty()) {
            lines.add(plain(Tone.IMPROVABLE, say.of("optional", Map.of("checks", extras))));
        }
        return lines;
    }

    /** What lowers no grade stands together in a line. */
    private static boolean isExtra(Digest.Line line) {
        return line.status() == Status.WARN && line.level() == Level.OPTIONAL;
    }

    private static Part.Line plain(Tone tone, String text) {
        return new Part.Line(tone, List.of(Span.plain(text)));
    }

    private static Part.Line line(Digest.Line line) {
        String more = line.more() == 0 ? "" : " (+" + line.more() + ")";
        return new Part.Line(
                Tone.of(line.status()),
                List.of(
                        Span.bold(line.check().word()),
                        Span.plain("  " + cut(line.reason(), LINE) + more)));
    }

    private void fixes(List<Part> parts) {
        List<Digest.Cure> first =
                digest.cures().stream()
                        .filter(cure -> cure.level() != Level.OPTIONAL)
                        .limit(FIXES)
                        .toList();
        if (!first.isEmpty()) {
            parts.add(new Part.Divider());
        }
        int number = 0;
        for (Digest.Cure cure : first) {
            parts.add(new Part.Paragraph(fix(++number, cure)));
            record(cure).ifPresent(parts::add);
        }
        int left = digest.cures().size() - first.size();
        if (left > 0) {
            String key = first.isEmpty() ? "only.optional" : "more.fixes";
            parts.add(new Part.Note(say.of(key, Map.of("count", String.valueOf(left)))));
        }
    }

    private List<Span> fix(int number, Digest.Cure cure) {
        boolean elsewhere = record(cure).isEmpty() && hasMore(cure);
        return List.of(
                Span.bold(number + ". " + cut(cure.faults().getFirst(), LINE) + "\n"),
                Span.plain(cut(cure.text(), FIX) + (elsewhere ? " " + say.of("in.details") : "")));
    }

    private static boolean hasMore(Digest.Cure cure) {
        return !cure.records().isEmpty() || !cure.files().isEmpty();
    }

    private static Optional<Part> record(Digest.Cure cure) {
        return cure.records().stream()
                .findFirst()
                .map(ProposedRecord::line)
                .filter(line -> line.length() <= RECORD)
                .map(Part.Copy::new);
    }

    private static String cut(String text, int most) {
        return SlackText.lines(text, most);
    }
}
