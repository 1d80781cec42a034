package dev.mailcheck.smtp;

import io.avaje.jsonb.Json;

/** What a server answered at one step. */
@Json
public record SmtpExchange(SmtpStep step, SmtpReply reply) {}
