package dev.mailcheck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** One run of the command in this process, with what it said and how it ended. */
record CommandRun(int code, String out, String err) {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    static CommandRun of(String... words) {
        return with(Map.of(), words);
    }

    static CommandRun with(Map<String, String> variables, String... words) {
        return run(variables, new byte[0], words);
    }

    /** With this on standard input. */
    static CommandRun reading(byte[] input, String... words) {
        return run(Map.of(), input, words);
    }

    private static CommandRun run(Map<String, String> variables, byte[] input, String... words) {
        Map<String, String> all = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));
        all.putAll(variables);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment =
                new Environment(
                        new ByteArrayInputStream(input),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        false,
                        false,
                        all,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new Random(1));
        int code = new Program(environment).run(words);
        return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
