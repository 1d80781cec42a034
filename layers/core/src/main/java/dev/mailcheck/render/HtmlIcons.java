package dev.mailcheck.render;

import java.util.LinkedHashMap;
import java.util.Map;

/** The marks of outcomes and grades as shapes, drawn once a page and referred to by name. */
final class HtmlIcons {
    private static final String TICK = "M5.2 10.4l3.2 3.2 6.4-7";
    private static final String CROSS = "M6 6l8 8M14 6l-8 8";
    private static final String EXCLAMATION = "M10 4.6v6.6M10 15v.1";
    private static final String QUESTION =
            "M7.3 7.6a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 1.9M10 15.1v.1";
    private static final String DASH = "M6 10h8";

    private static final String DOTS = "M5.6 10v.1M10 10v.1M14.4 10v.1";

    private static final Map<String, String> PATHS = paths();

    private HtmlIcons() {}

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("FAIL", CROSS);
        paths.put("UNDETERMINED", QUESTION);
        paths.put("WARN", EXCLAMATION);
        paths.put("PASS", TICK);
        paths.put("NOT_APPLICABLE", DASH);
        paths.put("WAITING", DOTS);
        paths.put("DANGEROUS", EXCLAMATION);
        paths.put("MAIL_SYSTEM_NEEDS_WORK", CROSS);
        paths.put("DNS_NEEDS_WORK", EXCLAMATION);
        paths.put("SECURE", TICK);
        return paths;
    }

    static void define(Markup out) {
        Tag sheet = Tag.of("svg", "icons").with("aria-hidden", "true").with("width", "0");
        out.block(
                sheet.with("height", "0"),
                () -> PATHS.forEach((name, path) -> draw(name, path, out)));
    }

    private static void draw(String name, String path, Markup out) {
        Tag symbol = Tag.of("symbol").with("id", "icon-" + name).with("viewBox", "0 0 20 20");
        out.in(
                symbol,
                () -> {
                    out.empty(Tag.of("circle").with("cx", "10").with("cy", "10").with("r", "10"));
                    out.empty(Tag.of("path").with("d", path));
                });
    }
}
