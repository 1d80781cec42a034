package dev.mailcheck.bot.message;

import dev.mailcheck.check.Status;
import dev.mailcheck.render.Digest;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All that needs work, in a window: what was found, what to do, the records to copy, what was seen.
 */
public final class DetailsView {
    /** Four fewer than a window may have: the first lines and the last. */
    private static final int PARTS = SlackBlocks.VIEW_BLOCKS - 4;

    private static final int FINDINGS = 6;
    private static final int FINDING = 500;
    private static final int FIX = 1_200;
    private static final int FILE = 2_800;

    /** Of the whole window; Slack publishes no figure for it. */
    private static final int TOTAL = 40_000;

    private final Say say;
    private final List<Part> parts = new ArrayList<>();
    private int spent;

    private DetailsView(Say say) {
        this.say = say;
    }

    /** The window as Slack opens it. */
    public static Map<String, Object> of(Report report, Say say) {
        return SlackBlocks.modal(
                say.of("details.title"), say.of("details.close"), parts(report, say));
    }

    static List<Part> parts(Report report, Say say) {
        Digest digest = Digest.of(report, say.words());
        DetailsView view = new DetailsView(say);
        view.parts.add(new Part.Headline(Tone.NONE, digest.subject()));
        view.parts.add(Part.Paragraph.of(digest.headline()));
        if (!digest.notTested().isEmpty()) {
            view.parts.add(
                    Part.Paragraph.of(
                            say.words().phrase("not.tested")
                                    + "\n"
                                    + String.join("\n", digest.notTested())));
        }
        boolean whole =
                report.checks().stream()
                        .filter(check -> check.status() != Status.NOT_APPLICABLE)
                        .sorted(Comparator.comparing(CheckView::status))
                        .allMatch(check -> view.write(check, digest));
        if (!whole) {
            view.parts.add(new Part.Note(say.of("details.more")));
        }
        return view.parts;
    }

    /** Whether there was room for all of it. */
    private boolean write(CheckView check, Digest digest) {
        if (check.status() == Status.PASS) {
            return add(new Part.Lines(List.of(title(check))), 60);
        }
        boolean room = add(new Part.Divider(), 0) && add(new Part.Lines(lines(check)), 400);
        for (Digest.Cure cure : digest.cures()) {
            if (cure.check() == check.id()) {
                room = room && write(cure);
            }
        }
        String seen = EvidenceText.of(check.evidence());
        return room && (seen.isEmpty() || add(new Part.Copy(seen), seen.length()));
    }

    private List<Part.Line> lines(CheckView check) {
        List<Part.Line> lines = new ArrayList<>();
        lines.add(title(check));
        check.findings().stream()
                .filter(finding -> finding.status() != Status.PASS)
                .limit(FINDINGS)
                .forEach(finding -> lines.add(line(finding)));
        return lines;
    }

    private Part.Line title(CheckView check) {
        return new Part.Line(
                Tone.of(check.status()),
                List.of(Span.bold(check.id().word()), Span.plain("  " + say.check(check.id()))));
    }

    private static Part.Line line(FindingView finding) {
        return new Part.Line(
                Tone.of(finding.status()),
                List.of(
                        Span.plain(SlackText.lines(finding.message(), FINDING) + "  "),
                        new Span(Tone.NONE, finding.code(), Span.Style.MONOSPACE)));
    }

    private boolean write(Digest.Cure cure) {
        boolean room =
                add(Part.Paragraph.of(SlackText.lines(cure.text(), FIX)), cure.text().length());
        for (var record : cure.records()) {
            String line = record.line();
            room = room && (line.length() > FILE || add(new Part.Copy(line), line.length()));
        }
        for (String file : cure.files()) {
            room = room && (file.length() > FILE || add(new Part.Copy(file), file.length()));
        }
        return room;
    }

    private boolean add(Part part, int length) {
        if (parts.size() >= PARTS || spent + length > TOTAL) {
            return false;
        }
        spent += length;
        parts.add(part);
        return true;
    }
}
