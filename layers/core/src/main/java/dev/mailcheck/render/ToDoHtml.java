package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.ProposedRecord;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.FindingView;

import java.util.List;
import java.util.Map;

/** What to do, in order of effect on the grade, with the records to copy. */
final class ToDoHtml {
    private final HtmlPart part;
    private final Markup out;
    private final SummaryWords summary;

    ToDoHtml(HtmlPart part) {
        this.part = part;
        this.out = part.out();
        this.summary = new SummaryWords(part.words());
    }

    void write(Report report) {
        List<ToDo> all = ToDo.of(report);
        write("to.do", all.stream().filter(item -> !item.optional()).toList(), 1);
        List<ToDo> optional = all.stream().filter(ToDo::optional).toList();
        write("to.do.optional", optional, all.size() - optional.size() + 1);
    }

    private void write(String heading, List<ToDo> items, int from) {
        if (items.isEmpty()) {
            return;
        }
        out.block(
                Tag.of("section"),
                () -> {
                    part.heading(1, part.words().phrase(heading));
                    Tag list = Tag.of("ol", "todos").with("start", String.valueOf(from));
                    out.block(list, () -> items.forEach(this::write));
                });
    }

    private void write(ToDo item) {
        out.block(
                Tag.of("li", "todo is-" + item.status()),
                () -> {
                    FindingView first = item.cures().getFirst().findings().getFirst();
                    part.heading(2, summary.of(first));
                    out.block(
                            Tag.of("p", "tags"),
                            () -> {
                                part.badge(item.status());
                                out.text(
                                        Tag.of("span", "level"),
                                        part.words().phrase("level." + item.level()));
                                link(item.check());
                            });
                    item.cures().forEach(cure -> write(cure, summary.of(first)));
                    new SourceHtml(part).write(item.code(), first.reference());
                });
    }

    private void link(CheckId check) {
        out.text(Tag.of("a").to(part.id(check.word())), check.word());
    }

    private void write(ToDo.Cure cure, String heading) {
        List<String> messages = cure.told().stream().map(FindingView::message).distinct().toList();
        if (!messages.equals(List.of(heading))) {
            out.block(
                    Tag.of("ul", "told"),
                    () -> messages.forEach(message -> out.text(Tag.of("li"), message).line()));
        }
        others("same.for", cure.others());
        if (!cure.text().isEmpty()) {
            cure.text().lines().forEach(line -> part.paragraph("fix", line));
        }
        others("likewise", cure.likewise());
        cure.files().forEach(this::writeFile);
        cure.records().forEach(this::write);
    }

    private void writeFile(String file) {
        out.block(
                Tag.of("figure", "record"),
                () -> {
                    out.text(Tag.of("figcaption"), part.words().phrase("file")).line();
                    out.block(Tag.of("pre"), () -> part.copiedLines(file));
                });
    }

    private void others(String phrase, List<String> others) {
        if (!others.isEmpty()) {
            Map<String, String> subjects = Map.of("subjects", String.join(", ", others));
            part.paragraph("others", part.words().phrase(phrase, subjects));
        }
    }

    /** In three parts, as the forms of DNS providers have them. */
    private void write(ProposedRecord record) {
        out.block(
                Tag.of("figure", "record"),
                () -> {
                    out.text(Tag.of("figcaption"), part.words().phrase("record")).line();
                    out.block(
                            Tag.of("dl"),
                            () -> {
                                row("html.record.name", record.name());
                                row("html.record.type", record.type());
                                row("html.record.value", record.value());
                            });
                });
    }

    private void row(String name, String value) {
        out.text(Tag.of("dt"), part.words().phrase(name));
        out.block(Tag.of("dd"), () -> part.copied(value));
    }
}
