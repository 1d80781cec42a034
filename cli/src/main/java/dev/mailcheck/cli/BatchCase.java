package dev.mailcheck.cli;

import dev.mailcheck.dns.Parsed;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.json.NestingDepth;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.probe.ReceivedMail;

import io.avaje.jsonb.Jsonb;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a batch: a mail with its envelope, its DNS and its time (contract, section 1). What a
 * line leaves out is as without the option; a mail may be left out too, and is empty then.
 */
record BatchCase(ReceivedMail mail, Optional<ZoneDns> zone, Optional<Instant> clock) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int DEEPEST = 50;
    private static final int LARGEST_MAIL = 27 << 20;

    /** A line that is no JSON object. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        Unreadable(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** The object that a line holds. */
    static Map<String, Object> object(byte[] line) throws Unreadable {
        String text = new String(line, StandardCharsets.UTF_8);
        if (NestingDepth.of(text) > DEEPEST) {
            throw new Unreadable("nested deeper than any case");
        }
        try {
            return map(Jsonb.instance().type(Object.class).fromJson(text), "the line");
        } catch (RuntimeException noJson) {
            throw new Unreadable("this is no JSON");
        }
    }

    /**
     * Reads the case of an object.
     *
     * @param longMail what was taken out of the line as {@code mail_base64}
     * @param folder that {@code mail_file} is relative to
     */
    static BatchCase of(
            Map<String, Object> object, Optional<byte[]> longMail, Path folder, MailOptions options)
            throws Unreadable {
        return new BatchCase(
                ReceivedMail.read(
                        mail(object, longMail, folder),
                        given(object, options.given()),
                        options.trusted()),
                zone(object),
                clock(object));
    }

    private static byte[] mail(Map<String, Object> object, Optional<byte[]> longMail, Path folder)
            throws Unreadable {
        if (longMail.isPresent()) {
            return decoded(longMail.get());
        }
        Optional<String> base64 = text(object, "mail_base64");
        if (base64.isPresent()) {
            String packed = BLANKS.matcher(base64.get()).replaceAll("");
            return decoded(packed.getBytes(StandardCharsets.UTF_8));
        }
        Optional<String> file = text(object, "mail_file");
        return file.isPresent() ? read(folder, file.get()) : new byte[0];
    }

    private static byte[] decoded(byte[] base64) throws Unreadable {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("mail_base64 is not Base64");
        }
    }

    private static byte[] read(Path folder, String name) throws Unreadable {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return in.readNBytes(LARGEST_MAIL);
        } catch (IOException | InvalidPathException missing) {
            throw new Unreadable("cannot read the mail_file " + Values.shown(name));
        }
    }

    private static Envelope.Given given(Map<String, Object> object, Envelope.Given options)
            throws Unreadable {
        Object envelope = object.get("envelope");
        if (envelope == null) {
            return options;
        }
        Map<String, Object> fields = map(envelope, "envelope");
        return new Envelope.Given(
                text(fields, "ip").map(MailOptions::canonical).or(options::ip),
                text(fields, "helo").or(options::helo),
                text(fields, "mail_from").map(MailOptions::withoutAngles).or(options::mailFrom),
                options.tls());
    }

    private static Optional<ZoneDns> zone(Map<String, Object> object) throws Unreadable {
        Object zone = object.get("zone");
        if (zone == null) {
            return Optional.empty();
        }
        return switch (ZoneDns.read(map(zone, "zone"))) {
            case Parsed.Valid<ZoneDns>(ZoneDns dns) -> Optional.of(dns);
            case Parsed.Invalid<ZoneDns>(String problem) ->
                    throw new Unreadable("zone: " + problem);
        };
    }

    private static Optional<Instant> clock(Map<String, Object> object) throws Unreadable {
        Optional<String> clock = text(object, "clock");
        try {
            return clock.map(Instant::parse);
        } catch (DateTimeException notIso) {
            throw new Unreadable("clock is not a time such as 2026-11-22T09:00:00Z");
        }
    }

    private static Optional<String> text(Map<String, Object> object, String name)
            throws Unreadable {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw new Unreadable(name + " is not a text");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object json, String name) throws Unreadable {
        if (json instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new Unreadable(name + " is not a JSON object");
    }
}
