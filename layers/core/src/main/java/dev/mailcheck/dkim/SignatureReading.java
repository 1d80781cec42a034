package dev.mailcheck.dkim;

/** What a signature's field says, or why nobody can verify it. */
public sealed interface SignatureReading {
    /** A signature that can be verified once its key is there. */
    record WellFormed(DkimSignature signature) implements SignatureReading {
        @Override
        public Claims claims() {
            return signature.claims();
        }
    }

    /** One that cannot (RFC 6376, section 6.1.1). */
    record Unreadable(Claims claims, DkimCause cause) implements SignatureReading {}

    /** Whom the field names, true or not. */
    Claims claims();

    /**
     * Reads a field.
     *
     * @param tags its value
     */
    static SignatureReading of(SignedField field, TagList tags, SignatureKind kind) {
        return new SignatureReader(field, tags, kind).read();
    }
}
