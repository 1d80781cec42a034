package dev.mailcheck.message;

/** A mail, or a part of it, that passes a limit and is not looked at any further. */
public record TooComplex(Limit limit) implements Reading, MimeReading {
    /** What is limited. Each limit is far above what mail programs make. */
    public enum Limit {
        /** Size of the whole mail, in bytes. */
        MAIL_BYTES(26 << 20),
        /** Size of all header fields together, in bytes; a chain of 50 ARC sets fits. */
        HEADER_BYTES(512 << 10),
        /** Size of one header field, in bytes; what Postfix keeps of one. */
        FIELD_BYTES(102_400),
        /** Number of header fields. */
        FIELDS(1_000),
        /** How deep MIME parts may lie in each other; as in Postfix. */
        MIME_DEPTH(100),
        /** Number of MIME parts. */
        MIME_PARTS(1_000);

        private final int value;

        Limit(int value) {
            this.value = value;
        }

        /** The largest value that is still looked at. */
        public int value() {
            return value;
        }
    }
}
