package dev.mailcheck.grade;

import dev.mailcheck.check.CheckId;

import io.avaje.jsonb.Json;

/** A check that does not count, and why (NEEDS_MAIL, SWITCHED_OFF, NOT_BUILT …). */
@Json
public record NotTested(CheckId check, String reason) {}
