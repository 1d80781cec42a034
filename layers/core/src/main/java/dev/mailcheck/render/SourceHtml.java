package dev.mailcheck.render;

/** The code of a finding and where its rule stands, in small print. */
final class SourceHtml {
    private final HtmlPart part;

    SourceHtml(HtmlPart part) {
        this.part = part;
    }

    void write(String code, String reference) {
        Markup out = part.out();
        out.block(
                Tag.of("p", "source"),
                () -> {
                    out.text(Tag.of("code").with("translate", "no"), code).text(" ");
                    Reference.address(reference)
                            .ifPresentOrElse(
                                    address -> out.text(Tag.of("a").away(address), reference),
                                    () -> out.text(reference));
                });
    }
}
