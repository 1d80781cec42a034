package dev.mailcheck.render;

import dev.mailcheck.grade.Grade;
import dev.mailcheck.report.Words;

import java.util.Map;

/** A badge as an SVG picture: grade and date, and nothing that leads to the domain. */
public final class BadgeImage {
    private static final double COLUMN = 6.6;
    private static final int PAD = 8;
    private static final String NAME = "mailcheck";
    private static final Map<Grade, String> COLOURS =
            Map.of(
                    Grade.DANGEROUS, "#a81c14",
                    Grade.MAIL_SYSTEM_NEEDS_WORK, "#a81c14",
                    Grade.UNDETERMINED, "#1c5489",
                    Grade.DNS_NEEDS_WORK, "#7a4b00",
                    Grade.SECURE, "#17643a");

    private final Words words;

    public BadgeImage(Words words) {
        this.words = words;
    }

    /**
     * The picture.
     *
     * @param day as 2026-11-22
     */
    public String write(Grade grade, String day) {
        String says = new Verdict(words).name(grade) + " · " + day;
        int left = width(NAME);
        int right = width(says);
        Markup out = Markup.xml();
        Tag svg =
                Tag.of("svg")
                        .with("xmlns", "http://www.w3.org/2000/svg")
                        .with("width", String.valueOf(left + right))
                        .with("height", "22")
                        .with("role", "img")
                        .with("aria-label", NAME + ": " + says);
        out.block(
                svg,
                () -> {
                    out.text(Tag.of("title"), NAME + ": " + says);
                    box(0, left, "#3b4450", out);
                    box(left, right, COLOURS.getOrDefault(grade, "#3b4450"), out);
                    text(left / 2, NAME, out);
                    text(left + right / 2, says, out);
                });
        return out.toString();
    }

    private static int width(String text) {
        return (int) Math.ceil(Columns.of(text) * COLUMN) + 2 * PAD;
    }

    private static void box(int from, int width, String colour, Markup out) {
        out.empty(
                Tag.of("rect")
                        .with("x", String.valueOf(from))
                        .with("width", String.valueOf(width))
                        .with("height", "22")
                        .with("fill", colour));
    }

    private static void text(int middle, String text, Markup out) {
        out.text(
                Tag.of("text")
                        .with("x", String.valueOf(middle))
                        .with("y", "15")
                        .with("fill", "#ffffff")
                        .with("text-anchor", "middle")
                        .with("font-family", "Verdana, DejaVu Sans, Noto Sans CJK JP, sans-serif")
                        .with("font-size", "11"),
                text);
    }
}
