package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;

import io.avaje.jsonb.Json;

/** What is checked, and how the user wants it probed. */
@Json
public record Target(Domain domain, CheckOptions options) {}
