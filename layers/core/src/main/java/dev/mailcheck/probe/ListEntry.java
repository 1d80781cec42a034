package dev.mailcheck.probe;

import dev.mailcheck.dnsbl.ListReply;

import io.avaje.jsonb.Json;

import java.util.List;

/**
 * What a list said about one address or domain.
 *
 * @param subject the address or domain
 * @param said the text beside a listing, where there is one
 */
@Json
public record ListEntry(String subject, ListReply reply, List<String> said) {
    public ListEntry {
        said = List.copyOf(said);
    }
}
