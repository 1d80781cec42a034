package dev.mailcheck.dkim;

import dev.mailcheck.message.HostileMails;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The 97 hostile mails as whole mails, for this JVM and, by {@link #main}, for others. Bombs are
 * signed with a hash that their body has not, so that it is hashed and asked what became of it.
 */
public final class HostileFiles {
    private static final TestKey KEY = TestKey.rsa(2048);
    private static final String WRONG_HASH = "A".repeat(43) + "=";

    private HostileFiles() {}

    /** All of them by name; each is made when it is asked for. */
    static Map<String, Supplier<String>> all() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        HostileMails.bombs().forEach((name, bomb) -> all.put(name, () -> signed(bomb.get())));
        HostileMails.tricks()
                .keySet()
                .forEach(trick -> all.put(trick, () -> "Subject: x\r\n" + trick + "\r\n\r\n"));
        HostileMails.smuggling()
                .keySet()
                .forEach(end ->
                        all.put(
                                "one" + end + "two",
                                () ->
                                        "From: u@a.example\r\n\r\none"
                                                + end
                                                + "MAIL FROM:<v@b.example>\r\n"));
        return all;
    }

    static String record() {
        return KEY.record("");
    }

    private static String signed(String mail) {
        return Signing.dkim(KEY, SigningAlgorithm.RSA_SHA256)
                .with("d", "a.example")
                .with("h", "from")
                .with("bh", WRONG_HASH)
                .sign(mail);
    }

    /**
     * Writes them into a folder, each as NUMBER.eml, with their names in names.txt and their zone
     * in zone.json.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        StringBuilder names = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, Supplier<String>> mail : all().entrySet()) {
            String file = ++number + ".eml";
            Files.writeString(
                    folder.resolve(file), mail.getValue().get(), StandardCharsets.ISO_8859_1);
            names.append(readable(mail.getKey())).append('\n');
        }
        Files.writeString(folder.resolve("names.txt"), names);
        Files.writeString(
                folder.resolve("zone.json"),
                "{\"s1._domainkey.a.example\": {\"TXT\": [\"%s\"]}, ".formatted(record())
                        + "\"_dmarc.a.example\": {\"TXT\": [\"v=DMARC1; p=reject\"]}, "
                        + "\"_dmarc.b.example\": {\"TXT\": [\"v=DMARC1; p=none\"]}}");
    }

    private static String readable(String name) {
        StringBuilder readable = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            readable.append(c < ' ' || c > '~' ? "\\x%02x".formatted((int) c) : String.valueOf(c));
        }
        return readable.toString();
    }
}
