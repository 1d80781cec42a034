package dev.mailcheck.bench;

import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The generated mails and their zone, in memory.
 *
 * @param zone records by name and type
 */
record Samples(Map<String, Map<String, List<String>>> zone, List<Sample> mails) {

    /** Where bench/mail put them. */
    static Samples read() {
        try {
            return read(Path.of(System.getProperty("mailcheck.bench.mails")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Samples read(Path folder) throws IOException {
        Map<String, Object> index =
                Jsonb.instance()
                        .<Map<String, Object>>type(Types.mapOf(Object.class))
                        .fromJson(Files.readString(folder.resolve("index.json")));
        List<Sample> mails = new ArrayList<>();
        for (Map<String, Object> entry : (List<Map<String, Object>>) index.get("mails")) {
            byte[] bytes = Files.readAllBytes(folder.resolve((String) entry.get("file")));
            mails.add(Sample.of(entry, bytes));
        }
        return new Samples(
                (Map<String, Map<String, List<String>>>) index.get("zone"), List.copyOf(mails));
    }

    List<Sample> ofSize(String size) {
        return mails.stream().filter(mail -> mail.size().equals(size)).toList();
    }

    List<String> records(String name, String type) {
        return zone.getOrDefault(name, Map.of()).getOrDefault(type, List.of());
    }
}
