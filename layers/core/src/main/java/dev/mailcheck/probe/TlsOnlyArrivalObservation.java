package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

/**
 * Whether a test mail came to the address that takes mail over TLS only, where its sender was asked
 * to send to that one too, and the receiver does not tell TLS by itself.
 *
 * @param came false: it did not in all the time that was waited for it
 */
@Json
public record TlsOnlyArrivalObservation(boolean came) implements Observation {}
