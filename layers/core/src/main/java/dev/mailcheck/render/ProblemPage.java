package dev.mailcheck.render;

import java.util.Map;
import java.util.Optional;

/** What went wrong, in words that help, and the way back to the start. */
public final class ProblemPage {
    private final Site site;

    public ProblemPage(Site site) {
        this.site = site;
    }

    /**
     * The page in the language of the site.
     *
     * @param problem its name in the words of the site: {@code problem.NAME.title} and {@code
     *     .text}
     * @param waitSeconds how long to wait, if that helps
     */
    public String write(String problem, Optional<Long> waitSeconds) {
        String title = site.say("problem." + problem + ".title");
        return site.page(
                title + " - mailcheck",
                site.path(""),
                part ->
                        part.out()
                                .block(
                                        Tag.of("div", "start"),
                                        () -> {
                                            part.heading(0, title);
                                            part.paragraph(
                                                    "lead",
                                                    site.say("problem." + problem + ".text"));
                                            waitSeconds.ifPresent(
                                                    wait -> part.paragraph("hint", later(wait)));
                                            home(part);
                                        }));
    }

    private String later(long seconds) {
        return seconds < 120
                ? site.say("later.seconds", Map.of("seconds", String.valueOf(seconds)))
                : site.say("later.minutes", Map.of("minutes", String.valueOf((seconds + 59) / 60)));
    }

    private void home(HtmlPart part) {
        String home = site.spoken("");
        part.out()
                .in(
                        Tag.of("p"),
                        () -> part.out().text(Tag.of("a").local("href", home), site.say("home")));
    }
}
