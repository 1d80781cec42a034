package dev.mailcheck.bot.message;

import dev.mailcheck.bot.message.Part.Buttons;
import dev.mailcheck.bot.message.Part.Copy;
import dev.mailcheck.bot.message.Part.Divider;
import dev.mailcheck.bot.message.Part.Headline;
import dev.mailcheck.bot.message.Part.Line;
import dev.mailcheck.bot.message.Part.Lines;
import dev.mailcheck.bot.message.Part.Note;
import dev.mailcheck.bot.message.Part.Paragraph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message as blocks of Slack's Block Kit, within its published limits. */
public final class SlackBlocks {
    /** Of a block's text. */
    public static final int TEXT = 3_000;

    static final int HEADER = 150;
    private static final int SIGN = 3;
    static final int LABEL = 75;
    static final int BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;
    static final int TITLE = 24;
    private static final int FALLBACK = 500;

    private SlackBlocks() {}

    /** What is posted: text and blocks. */
    public static Map<String, Object> message(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", SlackText.escaped(message.text(), FALLBACK));
        json.put("blocks", blocks(message.parts(), BLOCKS));
        json.put("unfurl_links", false);
        json.put("unfurl_media", false);
        return json;
    }

    /** A window over the conversation. */
    public static Map<String, Object> modal(String title, String close, List<Part> parts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "modal");
        json.put("title", plain(title, TITLE));
        json.put("close", plain(close, TITLE));
        json.put("blocks", blocks(parts, VIEW_BLOCKS));
        return json;
    }

    private static List<Map<String, Object>> blocks(List<Part> parts, int most) {
        return parts.stream().limit(most).map(SlackBlocks::block).toList();
    }

    private static Map<String, Object> block(Part part) {
        return switch (part) {
            case Headline(Tone tone, String text) -> block("header", "text", header(tone, text));
            case Paragraph(List<Span> spans) ->
                    rich(List.of(block("rich_text_section", "elements", elements(spans, TEXT))));
            case Lines(List<Line> lines) -> rich(List.of(lines(lines)));
            case Copy(String text) ->
                    rich(
                            List.of(
                                    block(
                                            "rich_text_preformatted",
                                            "elements",
                                            List.of(
                                                    text(
                                                            SlackText.lines(text, TEXT),
                                                            Span.Style.PLAIN)))));
            case Note(String text) -> block("context", "elements", List.of(plain(text, TEXT)));
            case Buttons(List<Button> buttons) ->
                    block(
                            "actions",
                            "elements",
                            buttons.stream().map(SlackBlocks::button).toList());
            case Divider() -> new LinkedHashMap<>(Map.of("type", "divider"));
        };
    }

    private static Map<String, Object> header(Tone tone, String text) {
        Map<String, Object> json = plain(text, HEADER - SIGN);
        json.put("text", tone.before(String.valueOf(json.get("text"))));
        return json;
    }

    private static Map<String, Object> rich(List<Map<String, Object>> elements) {
        return block("rich_text", "elements", elements);
    }

    /** One section, a line end between the lines: a list would put a bullet before each sign. */
    private static Map<String, Object> lines(List<Line> lines) {
        List<Map<String, Object>> elements = new ArrayList<>();
        for (Line line : lines) {
            String first = elements.isEmpty() ? "" : "\n";
            elements.add(text(first + line.tone().before(""), Span.Style.PLAIN));
            elements.addAll(elements(line.spans(), TEXT / Math.max(1, lines.size())));
        }
        elements.removeIf(element -> "".equals(element.get("text")));
        return block("rich_text_section", "elements", elements);
    }

    private static List<Map<String, Object>> elements(List<Span> spans, int most) {
        List<Map<String, Object>> elements = new ArrayList<>();
        int left = most;
        for (Span span : spans) {
            String shown = SlackText.lines(span.text(), Math.max(2, left));
            left -= shown.length();
            elements.add(text(span.tone().before(shown), span.style()));
            if (left <= 2) {
                break;
            }
        }
        return elements;
    }

    /** Slack takes no empty text. */
    private static Map<String, Object> text(String text, Span.Style style) {
        String shown = text.isEmpty() ? " " : text;
        Map<String, Object> element =
                style == Span.Style.PERSON
                        ? block("user", "user_id", shown)
                        : block("text", "text", shown);
        switch (style) {
            case PLAIN, PERSON -> {}
            case BOLD -> element.put("style", Map.of("bold", true));
            case MONOSPACE -> element.put("style", Map.of("code", true));
        }
        return element;
    }

    private static Map<String, Object> button(Button button) {
        Map<String, Object> json = block("button", "text", plain(button.label(), LABEL));
        json.put("action_id", button.action().id());
        if (!button.value().isEmpty()) {
            json.put("value", button.value());
        }
        button.url().ifPresent(url -> json.put("url", url.toString()));
        return json;
    }

    private static Map<String, Object> plain(String text, int most) {
        Map<String, Object> json = block("plain_text", "text", SlackText.line(text, most));
        json.put("emoji", false);
        return json;
    }

    private static Map<String, Object> block(String type, String name, Object value) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", type);
        block.put(name, value);
        return block;
    }
}
