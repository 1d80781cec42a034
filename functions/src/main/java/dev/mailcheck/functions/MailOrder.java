package dev.mailcheck.functions;

import dev.mailcheck.probe.Target;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * With what the run of a mail is started, and what its steps are told.
 *
 * @param at the time to judge by
 * @param domain whether the mail has an author's domain, which is checked too
 * @param groups how the branches of the domain's half ended; absent until they have
 * @param news which of the things that are waited for came to nothing in time: "answer" or "tls";
 *     empty text: it came; absent: nothing was waited for yet
 */
@Json
public record MailOrder(
        String run,
        Target target,
        Instant at,
        boolean domain,
        @Nullable List<GroupEnd> groups,
        @Nullable String news) {}
