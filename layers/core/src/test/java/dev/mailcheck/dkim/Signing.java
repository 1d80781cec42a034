package dev.mailcheck.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Signs mails in tests, by a way of its own: it shares no canonicalization with what it tests.
 * Mails are texts in which a char is a byte, with CRLF.
 */
public final class Signing {
    private final TestKey key;
    private final SigningAlgorithm algorithm;
    private final String fieldName;
    private final Map<String, String> tags = new LinkedHashMap<>();

    private Signing(TestKey key, SigningAlgorithm algorithm, String fieldName) {
        this.key = key;
        this.algorithm = algorithm;
        this.fieldName = fieldName;
        tags.put("a", algorithm.word());
        tags.put("d", "example.com");
        tags.put("s", "s1");
    }

    /** A DKIM-Signature of example.com with the selector s1, relaxed, over the usual fields. */
    public static Signing dkim(TestKey key, SigningAlgorithm algorithm) {
        return new Signing(key, algorithm, "DKIM-Signature")
                .with("v", "1")
                .with("c", "relaxed/relaxed")
                .with("h", "from:to:subject:date");
    }

    public static Signing messageSignature(TestKey key, int instance) {
        return new Signing(key, SigningAlgorithm.RSA_SHA256, "ARC-Message-Signature")
                .with("i", String.valueOf(instance))
                .with("c", "relaxed/relaxed")
                .with("h", "from:to:subject:date");
    }

    public static Signing seal(TestKey key, int instance, String status) {
        return new Signing(key, SigningAlgorithm.RSA_SHA256, "ARC-Seal")
                .with("i", String.valueOf(instance))
                .with("cv", status);
    }

    public Signing with(String tag, String value) {
        tags.put(tag, value);
        return this;
    }

    public Signing without(String tag) {
        tags.remove(tag);
        return this;
    }

    /** The mail with a signature on top. */
    public String sign(String mail) {
        return field(mail) + "\r\n" + mail;
    }

    /** The signature of a mail, as a field without line end. */
    public String field(String mail) {
        int empty = mail.indexOf("\r\n\r\n");
        String header = empty < 0 ? mail : mail.substring(0, empty + 2);
        String body = empty < 0 ? "" : mail.substring(empty + 4);
        String[] forms = (tags.getOrDefault("c", "simple") + "/simple").split("/", -1);
        if (!tags.containsKey("bh")) {
            tags.put("bh", base64(hash(covered(PlainForms.body(forms[1], body)))));
        }
        List<String> selected = selected(header);
        return field(forms[0], selected);
    }

    /** A seal over these fields, as a field without line end. */
    public String field(List<String> fields) {
        return field("relaxed", fields);
    }

    private String field(String form, List<String> fields) {
        StringBuilder field = new StringBuilder(fieldName + ":");
        tags.forEach((tag, value) -> field.append(' ').append(tag).append('=').append(value + ";"));
        field.append("\r\n\tb=");
        StringBuilder message = new StringBuilder();
        fields.forEach(f -> message.append(PlainForms.header(form, f)).append("\r\n"));
        message.append(PlainForms.header(form, field.toString()));
        String signature = base64(key.sign(algorithm, bytes(message.toString())));
        return field + signature.replaceAll("(.{70})", "$1\r\n\t ");
    }

    private String covered(String canonical) {
        int length =
                tags.containsKey("l")
                        ? Integer.parseInt(Objects.requireNonNull(tags.get("l")))
                        : canonical.length();
        return canonical.substring(0, Math.min(length, canonical.length()));
    }

    private List<String> selected(String header) {
        Map<String, List<String>> byName = new HashMap<>();
        for (String field : header.split("\r\n(?![ \t])", -1)) {
            String name = field.substring(0, Math.max(field.indexOf(':'), 0)).strip();
            byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(field.replaceAll("\r\n$", ""));
        }
        List<String> selected = new ArrayList<>();
        for (String name : tags.getOrDefault("h", "").split(":", -1)) {
            List<String> left =
                    byName.getOrDefault(name.strip().toLowerCase(Locale.ROOT), List.of());
            if (!left.isEmpty()) {
                selected.add(left.removeLast());
            }
        }
        return selected;
    }

    private byte[] hash(String text) {
        return Hashes.named(algorithm.hash()).digest(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
