package dev.mailcheck.render;

import dev.mailcheck.check.Status;
import dev.mailcheck.report.Words;

/**
 * Where a part of a page is written.
 *
 * @param prefix before all ids, so that several reports fit on one page
 * @param level of the report's own heading: 1 alone, 2 among others
 */
record HtmlPart(Markup out, Words words, String prefix, int level) {
    String id(String name) {
        return prefix + "-" + name;
    }

    /** A heading so many levels below the report's. */
    void heading(int below, String text) {
        out.text(Tag.of("h" + (level + below)), text).line();
    }

    void paragraph(String classes, String text) {
        out.text(Tag.of("p", classes), text).line();
    }

    /** Code as it stands; what may be copied is marked for those who add a button. */
    void copied(String text) {
        out.text(Tag.of("code", "copied").with("data-copy", "").with("translate", "no"), text);
    }

    /** The same for a text of several lines. */
    void copiedLines(String text) {
        out.in(
                Tag.of("code", "copied").with("data-copy", "").with("translate", "no"),
                () -> out.lines(text));
    }

    /** The mark of an outcome; the word for it stands beside it. */
    void icon(String name) {
        out.in(picture("icon", 20), () -> out.empty(Tag.of("use").to("icon-" + name)));
    }

    /** A drawing that says nothing that is not in words beside it; small without a style sheet. */
    static Tag picture(String classes, int size) {
        return Tag.of("svg", classes)
                .with("viewBox", "0 0 " + size + " " + size)
                .with("width", String.valueOf(size))
                .with("height", String.valueOf(size))
                .with("aria-hidden", "true");
    }

    /** Outcome as colour, shape and word. */
    void badge(Status status) {
        out.in(
                Tag.of("span", "badge is-" + status),
                () -> {
                    icon(status.name());
                    out.text(words.phrase("status.name." + status));
                });
    }

    /** What only those hear who do not see the layout. */
    void unseen(String text) {
        out.text(Tag.of("span", "unseen"), text);
    }
}
