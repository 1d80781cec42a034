package dev.mailcheck.bot;

import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;

import java.time.Instant;

/**
 * Who may do something with a result in Slack: whoever asked for it, and once it was shared, the
 * workspace. The id on the buttons alone does not do.
 */
final class Audience {
    private final Claims claims;

    Audience(Claims claims) {
        this.claims = claims;
    }

    /**
     * Somebody has asked for it.
     *
     * @param until how long its result is kept
     */
    void asked(Hashed check, Person person, Instant until) {
        claims.claim("slack/asked/" + check.hex(), person.name(), until);
    }

    void shared(StoredCheck check, Person by) {
        claims.claim(shared(check, by.team()), by.name(), check.expiresAt());
    }

    boolean has(Secret id, StoredCheck check, Person person) {
        return isWhoAsked(id, person) || claims.holder(shared(check, person.team())).isPresent();
    }

    boolean isWhoAsked(Secret id, Person person) {
        return claims.holder("slack/asked/" + id.hashed().hex())
                .filter(person.name()::equals)
                .isPresent();
    }

    private static String shared(StoredCheck check, String team) {
        return "slack/shared/" + check.id().hex() + "/" + team;
    }
}
