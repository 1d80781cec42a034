package dev.mailcheck.functions.localstack;

import dev.mailcheck.probe.Seen;
import dev.mailcheck.render.JsonRenderer;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.ReportAssembly;
import dev.mailcheck.report.Words;
import dev.mailcheck.run.CheckRunner;

import io.avaje.jsonb.Jsonb;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A report as its readers see it, but for what differs from run to run. */
record Reports(Map<String, Object> report) {
    static Reports of(Seen seen) {
        Jsonb jsonb = Jsonb.instance();
        String json =
                new JsonRenderer(jsonb)
                        .render(
                                List.of(
                                        new ReportAssembly(
                                                        new Words(Language.EN),
                                                        new SecureRandom(),
                                                        jsonb)
                                                .of(
                                                        seen,
                                                        CheckRunner.judge(seen, Lab.NOW),
                                                        Lab.NOW)));
        return new Reports(Client.json(json));
    }

    Map<String, String> statuses() {
        Map<String, String> statuses = new TreeMap<>();
        checks().forEach(check ->
                statuses.put((String) check.get("id"), (String) check.get("status")));
        return statuses;
    }

    /** One check, as text without times, ports of this host and names by chance. */
    String text(String id) {
        return checks().stream()
                .filter(check -> id.equals(check.get("id")))
                .map(check -> steady(check))
                .findFirst()
                .orElse("");
    }

    String check(String id) {
        return text(id);
    }

    /** The whole report, in the same way. */
    String whole() {
        Map<String, Object> rest = new TreeMap<>(report);
        List.of("id", "startedAt", "finishedAt").forEach(rest::remove);
        return steady(rest);
    }

    private static String steady(Object part) {
        return String.valueOf(ordered(part))
                .replaceAll("[mM]illis=[0-9]+", "millis=0")
                .replaceAll("[0-9]+ ms ([<>])", "0 ms $1")
                .replaceAll("mailcheck-[0-9a-f]{8,}", "mailcheck-CHANCE");
    }

    private static Object ordered(Object part) {
        return switch (part) {
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((name, value) ->
                        sorted.put(String.valueOf(name), value == null ? "null" : ordered(value)));
                yield sorted;
            }
            case List<?> list ->
                    list.stream().map(each -> each == null ? "null" : ordered(each)).toList();
            default -> part;
        };
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> checks() {
        return (List<Map<String, Object>>) Client.part(report, "checks");
    }
}
