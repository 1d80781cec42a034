package dev.mailcheck.dkim;

import java.util.List;
import java.util.Locale;

/**
 * A key record as a verifier reads it (RFC 6376, section 3.6.1): a key, a revoked key, or a record
 * no verifier can use. Unknown tags are ignored, {@code g} of RFC 4871 too.
 */
public sealed interface DkimKeyRecord {
    /**
     * A key that signatures on mail may be made with.
     *
     * @param hashes the {@code h} list in lower case; empty: all
     * @param testing {@code t=y}
     * @param strict {@code t=s}: the signing domain and the identity must be the same
     */
    record Valid(
            DkimPublicKey key, List<String> hashes, boolean testing, boolean strict, TagList tags)
            implements DkimKeyRecord {
        public Valid {
            hashes = List.copyOf(hashes);
        }

        /** True where sha256 is not among the hashes, so that only rsa-sha1 is left. */
        public boolean sha1Only() {
            return !hashes.isEmpty() && !hashes.contains("sha256");
        }
    }

    /** An empty {@code p}: the key was withdrawn. */
    record Revoked(TagList tags) implements DkimKeyRecord {}

    /** What makes the record useless to verifiers. */
    record Faulty(Fault fault, String text) implements DkimKeyRecord {}

    /** Why no verifier can use a record. */
    enum Fault {
        KEY_TAG_LIST,
        KEY_VERSION,
        KEY_DATA_MISSING,
        KEY_BASE64,
        KEY_TYPE_UNKNOWN,
        KEY_UNREADABLE,
        KEY_NOT_FOR_MAIL,
        KEY_HASH_UNKNOWN
    }

    static DkimKeyRecord parse(String text) {
        return DkimKeyReader.read(text);
    }

    /** Whether a text found at a selector's name is meant as a key record at all. */
    static boolean isMeantAsKey(String text) {
        TagList tags = TagList.parse(text);
        return tags.value("v")
                .map(version -> version.toUpperCase(Locale.ROOT).startsWith("DKIM"))
                .orElse(tags.value("p").isPresent());
    }
}
