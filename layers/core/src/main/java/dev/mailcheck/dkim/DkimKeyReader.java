package dev.mailcheck.dkim;

import dev.mailcheck.dkim.DkimKeyRecord.Fault;
import dev.mailcheck.dkim.DkimKeyRecord.Faulty;
import dev.mailcheck.dkim.DkimKeyRecord.Revoked;
import dev.mailcheck.dkim.DkimKeyRecord.Valid;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a key record up to its first fault. */
final class DkimKeyReader {
    /** Twice what an RSA key of 16384 bits takes. */
    private static final int MAX_DATA = 8_192;

    private DkimKeyReader() {}

    static DkimKeyRecord read(String text) {
        TagList tags = TagList.parse(text);
        return fault(tags)
                .<DkimKeyRecord>map(fault -> new Faulty(fault, text))
                .orElseGet(() -> keyOf(tags, text));
    }

    private static Optional<Fault> fault(TagList tags) {
        if (tags.tags().isEmpty() || !tags.faults().isEmpty()) {
            return Optional.of(Fault.KEY_TAG_LIST);
        }
        if (tags.value("v").filter(v -> !v.equals("DKIM1")).isPresent()) {
            return Optional.of(Fault.KEY_VERSION);
        }
        return tags.value("p").isPresent() ? Optional.empty() : Optional.of(Fault.KEY_DATA_MISSING);
    }

    private static DkimKeyRecord keyOf(TagList tags, String text) {
        String data = tags.value("p").orElse("").replaceAll("[ \t\r\n]", "");
        if (data.isEmpty()) {
            return new Revoked(tags);
        }
        List<String> services = list(tags, "s");
        if (!services.isEmpty() && !services.contains("*") && !services.contains("email")) {
            return new Faulty(Fault.KEY_NOT_FOR_MAIL, text);
        }
        List<String> hashes = list(tags, "h");
        if (!hashes.isEmpty() && !hashes.contains("sha256") && !hashes.contains("sha1")) {
            return new Faulty(Fault.KEY_HASH_UNKNOWN, text);
        }
        return publicKey(data, tags, text);
    }

    private static DkimKeyRecord publicKey(String data, TagList tags, String text) {
        String type = tags.value("k").orElse("rsa").toLowerCase(Locale.ROOT);
        if (!type.equals("rsa") && !type.equals("ed25519")) {
            return new Faulty(Fault.KEY_TYPE_UNKNOWN, text);
        }
        if (data.length() > MAX_DATA) {
            return valid(new DkimPublicKey.TooLarge(), tags);
        }
        Optional<byte[]> octets = decode(data);
        if (octets.isEmpty()) {
            return new Faulty(Fault.KEY_BASE64, text);
        }
        return octets.flatMap(type.equals("rsa") ? DkimPublicKey::rsa : DkimPublicKey::ed25519)
                .map(key -> valid(key, tags))
                .orElseGet(() -> new Faulty(Fault.KEY_UNREADABLE, text));
    }

    private static DkimKeyRecord valid(DkimPublicKey key, TagList tags) {
        List<String> flags = list(tags, "t");
        return new Valid(key, list(tags, "h"), flags.contains("y"), flags.contains("s"), tags);
    }

    /** A colon-separated list in lower case; none where the tag is absent or empty. */
    private static List<String> list(TagList tags, String name) {
        return tags.value(name).stream()
                .flatMap(value -> Arrays.stream(value.split(":", -1)))
                .map(item -> item.strip().toLowerCase(Locale.ROOT))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
