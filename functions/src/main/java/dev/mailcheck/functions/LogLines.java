package dev.mailcheck.functions;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What functions say, one line of JSON each: metrics in CloudWatch's embedded format, which needs
 * no call and no permission. Lines hold our own words and numbers only: no domain, no address, no
 * id.
 */
final class LogLines {
    private static final String NAMESPACE = "mailcheck";

    private final PrintStream out;
    private final Clock clock;

    LogLines(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    static LogLines toStandardOutput() {
        return new LogLines(System.out, Clock.systemUTC());
    }

    static LogLines toNobody() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return new LogLines(
                new PrintStream(nowhere, false, StandardCharsets.UTF_8), Clock.systemUTC());
    }

    /** Counts and times, by dimensions of few values. */
    void metrics(Map<String, String> dimensions, Map<String, Long> values) {
        StringJoiner metrics = new StringJoiner(",", "[", "]");
        StringJoiner line = new StringJoiner(",", "{", "}");
        new TreeMap<>(values)
                .forEach((name, value) -> {
                    metrics.add("{\"Name\":\"" + name + "\",\"Unit\":\"" + unit(name) + "\"}");
                    line.add("\"" + name + "\":" + value);
                });
        StringJoiner names = new StringJoiner(",", "[", "]");
        new TreeMap<>(dimensions)
                .forEach((name, value) -> {
                    names.add("\"" + name + "\"");
                    line.add("\"" + name + "\":\"" + word(value) + "\"");
                });
        line.add(
                "\"_aws\":{\"Timestamp\":"
                        + clock.millis()
                        + ",\"CloudWatchMetrics\":[{\"Namespace\":\""
                        + NAMESPACE
                        + "\",\"Dimensions\":[[],"
                        + names
                        + "],\"Metrics\":"
                        + metrics
                        + "}]}");
        out.println(line);
    }

    /** Something that an operator should know of. */
    void event(String level, String what) {
        out.println("{\"level\":\"" + word(level) + "\",\"event\":\"" + word(what) + "\"}");
    }

    private static String unit(String name) {
        return name.endsWith("Millis") ? "Milliseconds" : "Count";
    }

    private static String word(String text) {
        return text.replaceAll("[^A-Za-z0-9_. -]", "_");
    }
}
