package dev.mailcheck.run;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.json.NestingDepth;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a group saw, as short text that any channel passes on: compressed JSON in Base64. Reading it
 * is bounded, since it may come from another host.
 */
public final class Parcel {
    /** Characters that a parcel may have; a state machine passes on 256 KiB in all. */
    public static final int MOST_CHARACTERS = 200 << 10;

    private static final int MOST_BYTES = RecordingFile.MAX_BYTES;

    private Parcel() {}

    /** Empty where it is too large to be passed on. */
    public static Optional<String> pack(GroupSeen seen, Jsonb jsonb) {
        byte[] json = JsonText.of(type(jsonb), seen).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(json);
        } catch (IOException memoryHasNoFaults) {
            throw new UncheckedIOException(memoryHasNoFaults);
        }
        return Optional.of(Base64.getEncoder().encodeToString(packed.toByteArray()))
                .filter(text -> text.length() <= MOST_CHARACTERS);
    }

    /** Empty for any text that is no parcel. */
    public static Optional<GroupSeen> unpack(String parcel, Jsonb jsonb) {
        try {
            byte[] packed = Base64.getDecoder().decode(parcel);
            return json(packed)
                    .filter(json -> NestingDepth.of(json) <= RecordingFile.MAX_DEPTH)
                    .map(json -> type(jsonb).fromJson(json))
                    .filter(Completeness::isWhole);
        } catch (IOException | RuntimeException junk) {
            return Optional.empty();
        }
    }

    private static Optional<String> json(byte[] packed) throws IOException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static JsonType<GroupSeen> type(Jsonb jsonb) {
        return jsonb.type(GroupSeen.class);
    }
}
