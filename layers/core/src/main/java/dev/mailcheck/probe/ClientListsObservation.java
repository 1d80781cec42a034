package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * What lists of addresses said about the address that the mail came from (RFC 5782, section 2.1).
 *
 * @param seen empty where nobody could be asked about it
 * @param missing why: CLIENT_NOT_KNOWN, CLIENT_NOT_AN_ADDRESS, NOT_PUBLIC
 */
@Json
public record ClientListsObservation(Optional<ListsSeen> seen, Optional<String> missing)
        implements Observation {}
