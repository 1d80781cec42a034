package dev.mailcheck.probe;

import dev.mailcheck.dmarc.DmarcResult;

import io.avaje.jsonb.Json;

/** What DMARC says of one mail (RFC 9989, section 5.3). */
@Json
public record MailDmarcObservation(DmarcResult dmarc) implements Observation {}
