package dev.mailcheck.dkim;

/** The header fields that are signatures, which differ in their tags. */
public enum SignatureKind {
    /** RFC 6376, section 3.5. */
    DKIM_SIGNATURE,
    /** RFC 8617, section 4.1.2: no version, and {@code i} is a number. */
    ARC_MESSAGE_SIGNATURE,
    /** RFC 8617, section 4.1.3: over ARC fields only, always relaxed. */
    ARC_SEAL
}
