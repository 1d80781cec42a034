package dev.mailcheck.render;

/**
 * Writes HTML that is also well-formed XML, or XML. There is no way past the encoder: text and
 * attribute values go through {@link MarkupText}, and what is opened is closed.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();

    static Markup html() {
        Markup markup = new Markup();
        markup.out.append("<!DOCTYPE html>\n");
        return markup;
    }

    static Markup xml() {
        Markup markup = new Markup();
        markup.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return markup;
    }

    /** An element with what {@code content} writes in it. */
    Markup in(Tag tag, Runnable content) {
        start(tag);
        out.append('>');
        content.run();
        out.append("</").append(tag.name()).append('>');
        return this;
    }

    /** The same, and a line of its own in the source. */
    Markup block(Tag tag, Runnable content) {
        in(tag, content);
        return line();
    }

    Markup text(Tag tag, String foreign) {
        return in(tag, () -> text(foreign));
    }

    Markup text(String foreign) {
        out.append(MarkupText.of(foreign));
        return this;
    }

    /** Text of several lines. */
    Markup lines(String foreign) {
        out.append(MarkupText.ofLines(foreign));
        return this;
    }

    /** An element that holds nothing. */
    Markup empty(Tag tag) {
        start(tag);
        out.append("/>");
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** The style sheet of the page, as it stands: a hash of it is promised to browsers. */
    Markup style(String css) {
        out.append("<style>").append(css).append("</style>\n");
        return this;
    }

    /** The script of a page, likewise; it holds none of the characters that markup is made of. */
    Markup script(String source) {
        out.append("<script>").append(source).append("</script>\n");
        return this;
    }

    private void start(Tag tag) {
        out.append('<').append(tag.name());
        for (Tag.Attribute attribute : tag.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            out.append(MarkupText.of(attribute.value())).append('"');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
