package dev.mailcheck.dns;

import dev.mailcheck.dns.Parsed.Invalid;
import dev.mailcheck.dns.Parsed.Valid;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One record as if it were published (contract, section 1, {@code --with}).
 *
 * @param data in the form of {@link DnsRecord#data}
 */
public record WhatIf(DnsName name, RecordType type, String data) {
    private static final Pattern LINE = Pattern.compile("\\s*(\\S+)\\s+(\\S+)(?:\\s+(.*\\S))?\\s*");

    /** Reads {@code NAME TYPE DATA}; non-ASCII text in TXT stands for its UTF-8 bytes. */
    public static Parsed<WhatIf> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || parts.group(3) == null) {
            return new Invalid<>(Shown.text(line) + ": must be NAME TYPE DATA");
        }
        Optional<DnsName> name = DnsName.parse(parts.group(1));
        Optional<RecordType> type = type(parts.group(2));
        if (name.isEmpty()) {
            return new Invalid<>(Shown.text(parts.group(1)) + ": is not a name");
        }
        if (type.isEmpty()) {
            return new Invalid<>(name.get() + ": the type must be one of " + types());
        }
        return switch (data(type.get(), parts.group(3))) {
            case Valid<String>(String data) ->
                    new Valid<>(new WhatIf(name.get(), type.get(), data));
            case Invalid<String>(String problem) ->
                    new Invalid<>(name.get() + " " + type.get() + ": " + problem);
        };
    }

    private static Optional<RecordType> type(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(RecordType.values()).filter(t -> t.name().equals(name)).findFirst();
    }

    private static String types() {
        return Arrays.stream(RecordType.values()).map(Enum::name).collect(Collectors.joining(" "));
    }

    private static Parsed<String> data(RecordType type, String text) {
        return switch (type) {
            case TXT, SPF -> CharacterStrings.parse(utf8(text));
            default -> RecordData.parse(type, text);
        };
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
