package dev.mailcheck.dkim;

/**
 * A header field as signatures cover it: where it stands in {@link SignedMail}.
 *
 * @param name in lower case
 * @param end behind the value, before the line end
 * @param position how many fields stand above it
 */
public record SignedField(String name, int start, int colon, int end, int position) {}
