package dev.mailcheck.bot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What Slack publishes of its limits, held against a payload. */
public final class BlockRules {
    private static final int MESSAGE = 12_000;

    private final List<String> complaints = new ArrayList<>();
    private int length;

    private BlockRules() {}

    /** What Slack would complain about in a message. */
    public static List<String> ofMessage(Map<String, Object> json) {
        BlockRules rules = new BlockRules();
        rules.blocks(json.get("blocks"), 50);
        rules.that(String.valueOf(json.get("text")).length() <= 4_000, "text is too long");
        rules.that(json.containsKey("text"), "no text for notifications");
        rules.that(rules.length <= MESSAGE, "all blocks have " + rules.length + " characters");
        return rules.complaints;
    }

    /** What Slack would complain about in a window. */
    public static List<String> ofView(Map<String, Object> json) {
        BlockRules rules = new BlockRules();
        rules.that("modal".equals(json.get("type")), "no modal");
        rules.plain(json.get("title"), 24);
        rules.plain(json.get("close"), 24);
        rules.blocks(json.get("blocks"), 100);
        return rules.complaints;
    }

    private void that(boolean good, String complaint) {
        if (!good) {
            complaints.add(complaint);
        }
    }

    private void blocks(@Nullable Object blocks, int most) {
        List<Map<String, Object>> all = list(blocks);
        that(!all.isEmpty() && all.size() <= most, all.size() + " blocks");
        all.forEach(this::block);
    }

    private void block(Map<String, Object> block) {
        String type = String.valueOf(block.get("type"));
        switch (type) {
            case "header" -> plain(block.get("text"), 150);
            case "divider" -> that(block.size() == 1, "a divider with more");
            case "context" -> {
                List<Map<String, Object>> elements = list(block.get("elements"));
                that(!elements.isEmpty() && elements.size() <= 10, "elements of a context");
                elements.forEach(element -> plain(element, 3_000));
            }
            case "actions" -> actions(list(block.get("elements")));
            case "rich_text" -> rich(list(block.get("elements")));
            default -> complaints.add("unknown block " + type);
        }
    }

    private void actions(List<Map<String, Object>> buttons) {
        that(!buttons.isEmpty() && buttons.size() <= 25, "buttons");
        Set<Object> ids = new HashSet<>();
        for (Map<String, Object> button : buttons) {
            that("button".equals(button.get("type")), "no button");
            plain(button.get("text"), 75);
            String id = String.valueOf(button.get("action_id"));
            that(id.length() <= 255 && ids.add(id), "action_id " + id);
            that(String.valueOf(button.get("value")).length() <= 2_000, "value");
            that(String.valueOf(button.get("url")).length() <= 3_000, "url");
        }
    }

    private void rich(List<Map<String, Object>> sections) {
        int before = length;
        that(!sections.isEmpty(), "empty rich text");
        for (Map<String, Object> section : sections) {
            Object type = section.get("type");
            that(
                    Set.of("rich_text_section", "rich_text_preformatted").contains(type),
                    "unknown part of rich text " + type);
            List<Map<String, Object>> elements = list(section.get("elements"));
            that(!elements.isEmpty(), "an empty section");
            elements.forEach(this::element);
        }
        that(length - before <= 3_100, "a block of " + (length - before) + " characters");
    }

    private void element(Map<String, Object> element) {
        switch (String.valueOf(element.get("type"))) {
            case "text" -> {
                String text = String.valueOf(element.get("text"));
                that(!text.isEmpty(), "an empty text");
                length += text.length();
            }
            case "user" ->
                    that(String.valueOf(element.get("user_id")).matches("[A-Z0-9]+"), "user");
            default -> complaints.add("unknown element " + element.get("type"));
        }
    }

    private void plain(@Nullable Object object, int most) {
        if (!(object instanceof Map<?, ?> text)) {
            complaints.add("no text object");
            return;
        }
        String shown = String.valueOf(text.get("text"));
        that("plain_text".equals(text.get("type")), "text object of type " + text.get("type"));
        that(!shown.isEmpty() && shown.length() <= most, shown.length() + " of " + most);
        length += shown.length();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(@Nullable Object value) {
        return (List<Map<String, Object>>) Objects.requireNonNullElse(value, List.of());
    }
}
