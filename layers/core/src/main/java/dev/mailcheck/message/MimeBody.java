package dev.mailcheck.message;

import java.util.List;

/**
 * The parts of a body that hold content (RFC 2045, RFC 2046), in their order; a body of one part is
 * a list of one.
 */
public record MimeBody(List<MimePart> parts) implements MimeReading {}
