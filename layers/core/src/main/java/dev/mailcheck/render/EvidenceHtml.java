package dev.mailcheck.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Evidence, whatever its form: members as a list of names and values, alike members of a list as a
 * table, texts of the checked side as code.
 */
final class EvidenceHtml {
    /** A table with more columns than this is none on a narrow screen. */
    private static final int COLUMNS = 5;

    private final Markup out;

    EvidenceHtml(Markup out) {
        this.out = out;
    }

    void write(Map<String, Object> evidence) {
        members(evidence);
    }

    private void members(Map<?, ?> members) {
        out.block(
                Tag.of("dl", "evidence"),
                () ->
                        members.forEach((name, value) ->
                                out.block(
                                        Tag.of("div", isShort(value) ? "short" : "long"),
                                        () -> {
                                            out.text(Tag.of("dt"), String.valueOf(name));
                                            out.in(Tag.of("dd"), () -> value(value));
                                        })));
    }

    /** What fits beside its name. */
    private static boolean isShort(Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream().allMatch(EvidenceHtml::isSingle);
            case Map<?, ?> map -> map.isEmpty();
            default -> true;
        };
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> members(map);
            case Collection<?> list when isTranscript(list) -> transcript(list);
            case Collection<?> list when isTable(list) -> table(list);
            case Collection<?> list when !list.isEmpty() -> list(list);
            case Collection<?> none -> out.text(Tag.of("span", "none"), "–");
            case Map<?, ?> none -> out.text(Tag.of("span", "none"), "–");
            case String none when none.isEmpty() -> out.text(Tag.of("span", "none"), "–");
            default -> code(value);
        }
    }

    private void code(Object value) {
        out.text(Tag.of("code").with("translate", "no"), String.valueOf(value));
    }

    private void list(Collection<?> list) {
        String kind = list.stream().allMatch(EvidenceHtml::isSingle) ? "singles" : "many";
        out.block(
                Tag.of("ul", kind),
                () -> list.forEach(element -> out.block(Tag.of("li"), () -> value(element))));
    }

    private static boolean isSingle(Object value) {
        return !(value instanceof Collection<?> || value instanceof Map<?, ?>);
    }

    private static boolean isTable(Collection<?> list) {
        return !list.isEmpty()
                && columns(list).size() <= COLUMNS
                && list.stream()
                        .allMatch(row ->
                                row instanceof Map<?, ?> map
                                        && map.values().stream().allMatch(EvidenceHtml::isSingle));
    }

    private static Set<String> columns(Collection<?> list) {
        Set<String> columns = new LinkedHashSet<>();
        for (Object row : list) {
            if (row instanceof Map<?, ?> map) {
                map.keySet().forEach(name -> columns.add(String.valueOf(name)));
            }
        }
        return columns;
    }

    private void table(Collection<?> list) {
        List<String> columns = new ArrayList<>(columns(list));
        out.block(
                Tag.of("table"),
                () -> {
                    out.in(
                            Tag.of("thead"),
                            () -> out.in(Tag.of("tr"), () -> columns.forEach(this::columnHead)));
                    out.block(
                            Tag.of("tbody"),
                            () -> list.forEach(row -> row((Map<?, ?>) row, columns)));
                });
    }

    private void columnHead(String name) {
        out.text(Tag.of("th").with("scope", "col"), name);
    }

    private void row(Map<?, ?> row, List<String> columns) {
        out.block(
                Tag.of("tr"),
                () ->
                        columns.forEach(column ->
                                out.in(
                                        Tag.of("td"),
                                        () -> {
                                            Object value = row.get(column);
                                            value(value == null ? "" : value);
                                        })));
    }

    /** What was said in an SMTP session. */
    private static boolean isTranscript(Collection<?> list) {
        return !list.isEmpty()
                && list.stream()
                        .allMatch(line ->
                                line instanceof Map<?, ?> map
                                        && map.keySet().equals(Set.of("who", "text", "millis")));
    }

    private void transcript(Collection<?> lines) {
        out.block(Tag.of("ol", "transcript"), () -> lines.forEach(line -> line((Map<?, ?>) line)));
    }

    private void line(Map<?, ?> line) {
        boolean ours = "CLIENT".equals(line.get("who"));
        out.block(
                Tag.of("li", ours ? "ours" : "theirs"),
                () -> {
                    out.text(Tag.of("span", "who"), ours ? "C:" : "S:").text(" ");
                    code(String.valueOf(line.get("text")));
                    out.text(" ").text(Tag.of("span", "millis"), line.get("millis") + " ms");
                });
    }
}
