package dev.mailcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of options, read strictly: what is not understood is named, with what would be. */
final class Values {
    private static final int MAX_FILE = 16 << 20;

    /** Some editors begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

    private Values() {}

    static int port(String option, String text) throws UsageException {
        return (int) number(option, text, 1, 65_535);
    }

    static Duration seconds(String option, String text) throws UsageException {
        return Duration.ofSeconds(number(option, text, 1, 3_600));
    }

    static long number(String option, String text, long least, long most) throws UsageException {
        if (text.matches("\\d{1,9}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(option, text, "a number from " + least + " to " + most);
    }

    static Instant instant(String option, String text) throws UsageException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notIso) {
            throw wrong(option, text, "a time such as 2026-11-22T09:00:00Z");
        }
    }

    static String oneOf(String option, String text, List<String> words) throws UsageException {
        if (words.contains(text)) {
            return text;
        }
        throw wrong(option, text, String.join(", ", words));
    }

    /** Refuses what is not HOST:PORT; the host is not looked up. */
    static void hostAndPort(String option, String text) throws UsageException {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches() || matcher.group(2) == null) {
            throw wrong(option, text, "HOST:PORT or none, IPv6 as [ADDRESS]:PORT");
        }
        port(option, matcher.group(2));
    }

    /** The text of a file of the user's, at most 16 MiB. */
    static String file(String option, String name) throws UsageException {
        Path path = Path.of(name);
        try {
            if (Files.size(path) > MAX_FILE) {
                throw new UsageException(option + ": " + shown(name) + " is larger than 16 MiB");
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException missing) {
            throw new UsageException(option + ": there is no file " + shown(name));
        } catch (IOException unreadable) {
            throw new UsageException(option + ": " + shown(name) + " cannot be read as UTF-8 text");
        }
    }

    /** A file that is to be written: its folder must be there, before anything is run. */
    static Path writable(String option, String name) throws UsageException {
        Path path = Path.of(name).toAbsolutePath();
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UsageException(option + ": cannot write a file " + shown(name));
        }
        if (Files.isDirectory(path)) {
            throw new UsageException(option + ": " + shown(name) + " is a folder");
        }
        return path;
    }

    static UsageException wrong(String option, String text, String expected) {
        return new UsageException(option + " takes " + expected + ", not " + shown(text));
    }

    /** What the user typed, in quotes, cut and without control characters. */
    static String shown(String text) {
        String cut = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return "\"" + cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD") + "\"";
    }
}
