package dev.mailcheck.probe;

import dev.mailcheck.iprev.IprevResult;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * The names of the address that the mail came from (RFC 8601, section 2.7.3).
 *
 * @param iprev empty where the address is not known
 */
@Json
public record ClientNameObservation(Optional<IprevResult> iprev) implements Observation {}
