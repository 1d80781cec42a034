package dev.mailcheck.dnsbl;

import io.avaje.jsonb.Json;

/**
 * What a list asks of those who ask it.
 *
 * @param page where its terms are
 * @param hosted whether a service may ask it for others, without a key
 * @param note the terms in short, for whoever edits the file
 */
@Json
public record ListTerms(String page, boolean hosted, String note) {}
