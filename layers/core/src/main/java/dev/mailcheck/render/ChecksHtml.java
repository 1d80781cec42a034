package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.CheckView;
import dev.mailcheck.report.Report.FindingView;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every check with all its findings, and what was seen folded behind them. */
final class ChecksHtml {
    private final HtmlPart part;
    private final Markup out;

    ChecksHtml(HtmlPart part) {
        this.part = part;
        this.out = part.out();
    }

    void write(Report report) {
        out.block(
                Tag.of("section"),
                () -> {
                    part.heading(1, part.words().phrase("html.checks"));
                    report.checks().forEach(this::write);
                });
    }

    private void write(CheckView check) {
        String word = check.id().word();
        out.block(
                Tag.of("div", "check is-" + check.status()).with("id", part.id(word)),
                () -> {
                    out.block(
                            Tag.of("div", "check-head"),
                            () -> {
                                part.heading(2, part.words().phrase("check." + word));
                                out.text(Tag.of("code", "check-id").with("translate", "no"), word);
                                part.badge(check.status());
                            });
                    findings(check);
                    evidence(check);
                });
    }

    /** What is in order is folded: there is much of it, and nobody has to do anything about it. */
    private void findings(CheckView check) {
        Map<Boolean, List<FindingView>> byOrder =
                check.findings().stream().collect(Collectors.partitioningBy(ChecksHtml::isInOrder));
        List<FindingView> inOrder = byOrder.getOrDefault(true, List.of());
        List<FindingView> others = byOrder.getOrDefault(false, List.of());
        if (others.isEmpty() && !inOrder.isEmpty()) {
            part.paragraph("reason", CheckSummary.of(check, part.words()).reason());
        }
        list(others);
        if (!inOrder.isEmpty()) {
            Map<String, String> count = Map.of("count", String.valueOf(inOrder.size()));
            folded(
                    "passed",
                    part.words().phrase("html.in.order", count),
                    check,
                    () -> list(inOrder));
        }
    }

    private static boolean isInOrder(FindingView finding) {
        return finding.status() == Status.PASS || finding.status() == Status.NOT_APPLICABLE;
    }

    private void list(List<FindingView> findings) {
        if (!findings.isEmpty()) {
            out.block(Tag.of("ul", "findings"), () -> findings.forEach(this::write));
        }
    }

    private void folded(String classes, String summary, CheckView check, Runnable content) {
        out.block(
                Tag.of("details", classes),
                () -> {
                    out.in(
                            Tag.of("summary"),
                            () -> {
                                out.text(summary);
                                part.unseen(" (" + check.id().word() + ")");
                            });
                    content.run();
                });
    }

    private void write(FindingView finding) {
        out.block(
                Tag.of("li", "is-" + finding.status()),
                () -> {
                    part.icon(finding.status().name());
                    out.in(
                            Tag.of("div"),
                            () -> {
                                out.in(
                                        Tag.of("p"),
                                        () -> {
                                            part.unseen(
                                                    part.words()
                                                                    .phrase(
                                                                            "status.name."
                                                                                    + finding
                                                                                            .status())
                                                            + ": ");
                                            out.text(finding.message());
                                        });
                                new SourceHtml(part).write(finding.code(), finding.reference());
                            });
                });
    }

    private void evidence(CheckView check) {
        if (!check.evidence().isEmpty()) {
            String summary = part.words().phrase("html.evidence");
            folded("seen", summary, check, () -> new EvidenceHtml(out).write(check.evidence()));
        }
    }
}
