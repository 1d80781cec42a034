package dev.mailcheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs what users do most, one after another in one process: the JVM keeps what it learns from that
 * for a faster start (AOT cache). The launcher calls it once for each build.
 */
final class Training {
    private static final String NEXT = "+";

    private Training() {}

    /**
     * Runs several command lines.
     *
     * @param words of the first, then "+" and those of the next
     */
    public static void main(String[] words) {
        List<String> line = new ArrayList<>();
        for (String word : words) {
            if (word.equals(NEXT)) {
                run(line);
                line.clear();
            } else {
                line.add(word);
            }
        }
        run(line);
        System.exit(0);
    }

    private static void run(List<String> line) {
        Environment environment =
                new Environment(
                        InputStream.nullInputStream(),
                        new PrintStream(
                                new FileOutputStream(FileDescriptor.out),
                                true,
                                StandardCharsets.UTF_8),
                        new PrintStream(
                                new FileOutputStream(FileDescriptor.err),
                                true,
                                StandardCharsets.UTF_8),
                        false,
                        false,
                        Map.of("LANG", "en_US.UTF-8"),
                        Clock.systemUTC(),
                        new SecureRandom());
        new Program(environment).run(line.toArray(String[]::new));
    }
}
