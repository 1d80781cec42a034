package dev.mailcheck.store;

import dev.mailcheck.grade.Grade;

import java.time.Instant;

/**
 * What everybody with its token may see of a check: grade and date, and nothing else.
 *
 * @param token the hash of its token
 * @param check the hash of the id of its check
 * @param at when the check ended
 */
public record Badge(Hashed token, Hashed check, Grade grade, Instant at, Instant expiresAt) {}
