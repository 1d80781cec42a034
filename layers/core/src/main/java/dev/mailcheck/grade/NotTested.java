package dev.mailcheck.grade;

import dev.mailcheck.check.CheckId;

import io.avaje.jsonb.Json;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A check that does not count, and why (NEEDS_MAIL, SWITCHED_OFF, NOT_BUILT …).
 *
 * @param subjects where only a part of the check was left out, its hosts or addresses; else null
 */
@Json
public record NotTested(CheckId check, String reason, @Nullable List<String> subjects) {
    /** The whole check. */
    public NotTested(CheckId check, String reason) {
        this(check, reason, null);
    }
}
