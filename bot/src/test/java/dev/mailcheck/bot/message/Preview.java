package dev.mailcheck.bot.message;

import dev.mailcheck.render.TerminalText;

import java.util.List;

/**
 * A message as HTML, drawn much as Slack draws it: for the pictures of the documentation, and for a
 * look at a message without Slack.
 */
final class Preview {
    private static final String STYLE =
            """
            body{margin:0;background:#fff;color:#1d1c1d;
              font:15px/1.47 "Noto Sans","Noto Sans CJK JP",sans-serif}
            article{max-width:600px;padding:14px 20px;display:grid;
              grid-template-columns:36px 1fr;gap:8px}
            .face{width:36px;height:36px;border-radius:8px;background:#1264a3;color:#fff;
              font-weight:700;text-align:center;line-height:36px}
            .who{font-weight:700}.app{background:#e8e8e8;color:#454447;border-radius:2px;
              font-size:10px;padding:1px 3px;margin-left:4px}
            .only{color:#616061;font-size:12px}
            h3{font-size:18px;margin:6px 0 4px}
            p{margin:4px 0 8px;white-space:pre-wrap;overflow-wrap:anywhere}
            pre{margin:4px 0 8px;padding:8px;background:#f8f8f8;border:1px solid #ddd;
              border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere;
              font:12px/1.5 "Noto Sans Mono","Noto Sans Mono CJK JP",monospace}
            code{font:12px "Noto Sans Mono",monospace;color:#e01e5a;background:#f8f8f8;
              border:1px solid #ddd;border-radius:3px;padding:1px 3px}
            hr{border:0;border-top:1px solid #ddd;margin:10px 0}
            .note{color:#616061;font-size:12px;white-space:normal}
            .buttons{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}
            .buttons span{border:1px solid #bbb;border-radius:4px;padding:4px 12px;
              font-weight:700;font-size:13px}
            .person{background:#e8f5fa;color:#1264a3;border-radius:3px;padding:0 2px}
            i{display:inline-block;width:15px;height:15px;line-height:15px;margin-right:5px;
              border-radius:3px;text-align:center;font:700 11px/15px sans-serif;color:#fff;
              vertical-align:-2px;white-space:pre}
            .GREEN,.YELLOW,.ORANGE,.RED,.WHITE{border-radius:8px}
            .GREEN{background:#3aa655}.YELLOW{background:#f2c744}.ORANGE{background:#ef8733}
            .RED{background:#d8333c}.WHITE{background:#e6e7e8;outline:1px solid #aaa}
            .GOOD{background:#3aa655}.BAD{background:#d8333c}.IMPROVABLE{background:#e8a33d}
            .NOT_KNOWN,.DOES_NOT_APPLY{background:#8b8d90}.WAITING{background:#b9c6d2}
            section.window{max-width:520px;margin:16px;border:1px solid #ccc;border-radius:8px}
            section.window>h2{font-size:18px;margin:0;padding:14px 20px;
              border-bottom:1px solid #ddd}
            section.window>div{padding:8px 20px}
            """;

    private final StringBuilder out = new StringBuilder();

    private Preview() {}

    /**
     * A page with messages below each other.
     *
     * @param only the words above a message that one person sees
     */
    static String page(String only, List<Message> messages) {
        Preview preview = new Preview();
        preview.begin();
        for (Message message : messages) {
            preview.out.append("<article><div class=\"face\">m</div><div>");
            preview.out
                    .append("<span class=\"who\">mailcheck</span><span class=\"app\">APP</span>")
                    .append("<div class=\"only\">")
                    .append(encoded(only))
                    .append("</div>");
            message.parts().forEach(preview::part);
            preview.out.append("</div></article>\n");
        }
        return preview.out.append("</body></html>\n").toString();
    }

    /** A page with the window of the details. */
    static String window(String title, List<Part> parts) {
        Preview preview = new Preview();
        preview.begin();
        preview.out.append("<section class=\"window\"><h2>");
        preview.out.append(encoded(title)).append("</h2><div>");
        parts.forEach(preview::part);
        return preview.out.append("</div></section></body></html>\n").toString();
    }

    private void begin() {
        out.append("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Slack</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
    }

    private void part(Part part) {
        switch (part) {
            case Part.Headline(Tone tone, String text) -> in("h3", signed(tone, encoded(text)));
            case Part.Paragraph(List<Span> spans) -> in("p", spans(spans));
            case Part.Lines(List<Part.Line> lines) ->
                    in("p", String.join("\n", lines.stream().map(Preview::line).toList()));
            case Part.Copy(String text) -> in("pre", encodedLines(text));
            case Part.Note(String text) ->
                    out.append("<p class=\"note\">").append(encoded(text)).append("</p>");
            case Part.Buttons(List<Button> buttons) -> {
                out.append("<div class=\"buttons\">");
                buttons.forEach(button -> in("span", encoded(button.label())));
                out.append("</div>");
            }
            case Part.Divider() -> out.append("<hr>");
        }
    }

    private void in(String element, String html) {
        out.append('<').append(element).append('>').append(html);
        out.append("</").append(element).append('>');
    }

    /** The sign as a shape, since not every host has a font with Slack's. */
    private static String signed(Tone tone, String html) {
        String mark =
                switch (tone) {
                    case GREEN, YELLOW, ORANGE, RED, WHITE -> " ";
                    case GOOD -> "\u2713";
                    case BAD -> "\u2717";
                    case IMPROVABLE -> "!";
                    case NOT_KNOWN -> "?";
                    case DOES_NOT_APPLY -> "\u2013";
                    case WAITING -> "\u2026";
                    case NONE -> "";
                };
        return mark.isEmpty() ? html : "<i class=\"" + tone + "\">" + mark + "</i>" + html;
    }

    private static String line(Part.Line line) {
        return signed(line.tone(), spans(line.spans()));
    }

    private static String spans(List<Span> spans) {
        StringBuilder html = new StringBuilder();
        for (Span span : spans) {
            String text = signed(span.tone(), encodedLines(span.text()));
            html.append(
                    switch (span.style()) {
                        case PLAIN -> text;
                        case BOLD -> "<b>" + text + "</b>";
                        case MONOSPACE -> "<code>" + text + "</code>";
                        case PERSON -> "<span class=\"person\">@" + text + "</span>";
                    });
        }
        return html.toString();
    }

    private static String encodedLines(String text) {
        return String.join(
                "\n", List.of(text.split("\n", -1)).stream().map(Preview::encoded).toList());
    }

    private static String encoded(String text) {
        return TerminalText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
