package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;

import io.avaje.jsonb.Json;

/** The TXT records at {@code _smtp._tls.DOMAIN} (RFC 8460, section 3). */
@Json
public record TlsRptObservation(String name, DnsAnswer records) implements Observation {}
