package dev.mailcheck.render;

import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;

import java.util.List;
import java.util.Map;

/**
 * A check that runs: what was judged so far. It renews itself, by the script as each check ends,
 * without it every few seconds; it becomes the result at the same address.
 */
public final class RunningPage {
    private static final String SECONDS = "3";

    private final Site site;

    /**
     * What is known of the run.
     *
     * @param domain as people read it
     * @param self the path of the page
     * @param progress the path where the script asks
     * @param total how many checks there will be; 0 while the run waits for its turn
     * @param checks those that this kind of run judges
     */
    public record Run(
            String domain,
            String self,
            String progress,
            int total,
            List<CheckId> checks,
            Map<CheckId, Status> judged) {
        public Run {
            checks = List.copyOf(checks);
            judged = Map.copyOf(judged);
        }
    }

    public RunningPage(Site site) {
        this.site = site;
    }

    /** The page in the language of the site. */
    public String write(Run run) {
        return site.page(
                site.say("running.title", Map.of("domain", run.domain())),
                run.self(),
                RunningPage::refresh,
                part -> main(run, part));
    }

    private static void refresh(Markup out) {
        out.in(
                        Tag.of("noscript"),
                        () ->
                                out.empty(
                                        Tag.of("meta")
                                                .with("http-equiv", "refresh")
                                                .with("content", SECONDS)))
                .line();
    }

    private void main(Run run, HtmlPart part) {
        Markup out = part.out();
        int total = Math.max(run.total(), run.checks().size());
        Map<String, String> count =
                Map.of(
                        "done", String.valueOf(run.judged().size()),
                        "total", String.valueOf(total));
        Tag live =
                Tag.of("div", "verdict is-NOT_APPLICABLE")
                        .local("data-progress", run.progress())
                        .with("data-count", site.say("running.count"));
        out.block(
                live,
                () -> {
                    out.block(
                            Tag.of("div", "running"),
                            () -> {
                                heading(run, part);
                                bar(run.judged().size(), total, part);
                                String says =
                                        run.total() == 0
                                                ? site.say("running.queued")
                                                : site.say("running.count", count);
                                out.text(
                                                Tag.of("p", "meaning")
                                                        .with("id", "count")
                                                        .with("role", "status"),
                                                says)
                                        .line();
                                part.paragraph("note", site.say("running.note"));
                            });
                    out.block(
                            Tag.of("ul", "glance"),
                            () -> run.checks().forEach(check -> glance(check, run, part)));
                });
        words(part);
    }

    /** No void element: it has an end tag. */
    private static void bar(int done, int total, HtmlPart part) {
        Tag bar =
                Tag.of("progress")
                        .with("max", String.valueOf(total))
                        .with("value", String.valueOf(done))
                        .with("aria-labelledby", "count");
        part.out().block(bar, () -> {});
    }

    private void heading(Run run, HtmlPart part) {
        Markup out = part.out();
        out.block(
                Tag.of("h1"),
                () -> {
                    out.text(Tag.of("span", "domain").with("translate", "no"), run.domain());
                    part.unseen(": ");
                    out.text(Tag.of("span", "grade"), site.say("running.heading"));
                });
    }

    private void glance(CheckId check, Run run, HtmlPart part) {
        Status status = run.judged().get(check);
        Markup out = part.out();
        Tag item = Tag.of("li").with("data-check", check.word());
        Tag pill = Tag.of("span", status == null ? "pill" : "pill is-" + status);
        out.block(
                item,
                () ->
                        out.in(
                                pill,
                                () -> {
                                    part.icon(status == null ? "WAITING" : status.name());
                                    out.text(Tag.of("span"), check.word());
                                    out.text(
                                            Tag.of("span", "unseen"),
                                            ": "
                                                    + (status == null
                                                            ? site.say("running.waiting")
                                                            : word(status)));
                                }));
    }

    private String word(Status status) {
        return site.words().phrase("status.name." + status);
    }

    /** For the script, which has none of its own. */
    private void words(HtmlPart part) {
        part.out()
                .block(
                        Tag.of("ul").with("hidden", "hidden").with("id", "words"),
                        () -> {
                            for (Status status : Status.values()) {
                                part.out()
                                        .text(
                                                Tag.of("li").with("data-status", status.name()),
                                                word(status));
                            }
                        });
    }
}
