package dev.mailcheck.store;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.report.Language;

import java.time.Instant;

/**
 * A check that somebody asked for and has the id of.
 *
 * @param id the hash of the id, which itself is stored nowhere
 * @param run the run whose report is its report
 * @param language of its report, where none is asked for
 */
public record StoredCheck(
        Hashed id,
        String run,
        Domain domain,
        Language language,
        Instant createdAt,
        Instant expiresAt) {}
