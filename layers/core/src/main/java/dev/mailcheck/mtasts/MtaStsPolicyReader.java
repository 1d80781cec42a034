package dev.mailcheck.mtasts;

import dev.mailcheck.mtasts.MtaStsPolicy.Malformed;
import dev.mailcheck.mtasts.MtaStsPolicy.Mode;
import dev.mailcheck.mtasts.MtaStsPolicy.Valid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a policy line by line; of a field other than mx the first counts. */
final class MtaStsPolicyReader {
    /** RFC 8461, section 3.3: senders need not read more. */
    private static final int MAX_LENGTH = 65_536;

    private static final int MAX_MX_LENGTH = 255;

    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]{0,31}):[ \t]*([^ \t](?:.*[^ \t])?)[ \t]*");

    /** Blanks may stand inside, controls may not. */
    private static final Pattern VALUE = Pattern.compile("[!-~\u0080-\uffff][ -~\u0080-\uffff]*");

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern MX =
            Pattern.compile("(?:\\*\\.)?" + LABEL + "(?:\\." + LABEL + ")*");

    private static final Set<String> KNOWN = Set.of("version", "mode", "max_age");

    private static final int MAX_REMARKS = 10;

    private final Map<String, String> first = new LinkedHashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final List<String> mx = new ArrayList<>();

    private MtaStsPolicyReader() {}

    static MtaStsPolicy read(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Malformed("STS_POLICY_TOO_LONG", "");
        }
        MtaStsPolicyReader reader = new MtaStsPolicyReader();
        return lines(text).stream()
                .filter(line -> !reader.takes(line))
                .findFirst()
                .<MtaStsPolicy>map(line -> new Malformed("STS_POLICY_LINE", line))
                .orElseGet(reader::policy);
    }

    /** The lines, by LF or CRLF; empty ones at the end are dropped. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return lines;
    }

    private boolean takes(String line) {
        Matcher field = LINE.matcher(line);
        if (!field.matches() || !VALUE.matcher(field.group(2)).matches()) {
            return false;
        }
        if (field.group(1).equals("mx")) {
            mx.add(field.group(2).toLowerCase(Locale.ROOT));
        } else if (first.putIfAbsent(field.group(1), field.group(2)) != null) {
            repeated.add(field.group(1));
        }
        return true;
    }

    private MtaStsPolicy policy() {
        if (!value("version").equals("STSv1")) {
            return malformed("STS_POLICY_VERSION", "version");
        }
        Optional<Mode> mode = mode();
        if (mode.isEmpty()) {
            return malformed("STS_POLICY_MODE", "mode");
        }
        if (!value("max_age").matches("[0-9]{1,10}")) {
            return malformed("STS_POLICY_MAX_AGE", "max_age");
        }
        return policy(mode.get(), Long.parseLong(value("max_age")));
    }

    private MtaStsPolicy policy(Mode mode, long maxAge) {
        Optional<String> bad = mx.stream().filter(pattern -> !isMx(pattern)).findFirst();
        if (bad.isPresent()) {
            return new Malformed("STS_POLICY_MX", "mx: " + bad.get());
        }
        return mx.isEmpty() && mode != Mode.NONE
                ? new Malformed("STS_POLICY_NO_MX", "")
                : new Valid(mode, maxAge, mx, repeated(), unknown());
    }

    private List<String> repeated() {
        return repeated.stream().filter(KNOWN::contains).toList();
    }

    private List<String> unknown() {
        return first.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .limit(MAX_REMARKS)
                .toList();
    }

    private static boolean isMx(String pattern) {
        return pattern.length() <= MAX_MX_LENGTH && MX.matcher(pattern).matches();
    }

    private String value(String name) {
        return first.getOrDefault(name, "");
    }

    private Malformed malformed(String reason, String name) {
        return new Malformed(reason, first.containsKey(name) ? name + ": " + value(name) : "");
    }

    private Optional<Mode> mode() {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(value("mode")))
                .findFirst();
    }
}
