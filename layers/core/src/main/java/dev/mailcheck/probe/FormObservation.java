package dev.mailcheck.probe;

import dev.mailcheck.message.Form;

import io.avaje.jsonb.Json;

/** The form of the mail (RFC 5322). */
@Json
public record FormObservation(Form form) implements Observation {}
