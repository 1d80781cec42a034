package dev.mailcheck.dns;

import io.avaje.jsonb.Json;

/**
 * How a zone proves that something does not exist, as an answer showed it.
 *
 * @param hashed by NSEC3 (RFC 5155), else by NSEC (RFC 4034, section 4)
 * @param iterations additional rounds of hashing
 * @param saltBytes length of the salt
 * @param optOut whether unsigned delegations are left out of the proof (RFC 5155, section 6)
 */
@Json
public record Denial(boolean hashed, int iterations, int saltBytes, boolean optOut) {}
