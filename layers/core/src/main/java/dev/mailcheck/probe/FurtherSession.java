package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

/** A session beyond the first: it asks what a sender of today would not. */
@Json
public record FurtherSession(SessionKind kind, SmtpSession session) {}
