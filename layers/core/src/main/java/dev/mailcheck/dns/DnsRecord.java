package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

/**
 * One resource record. {@code data} is the presentation form with names in lower case and without
 * final dot ("10 mx.example.com", "192.0.2.1"; the root is "."), except for TXT and SPF: there it
 * is the character-strings joined without blanks (RFC 7208, section 3.3), one char a byte (ISO
 * 8859-1), unescaped.
 *
 * @param ttl seconds
 */
@Json
public record DnsRecord(DnsName owner, RecordType type, long ttl, String data) {}
