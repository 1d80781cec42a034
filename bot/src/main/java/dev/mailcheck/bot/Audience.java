package dev.mailcheck.bot;

import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Secret;
import dev.mailcheck.store.StoredCheck;

/**
 * Who may do something with a result in Slack: whoever asked for it, and once it was shared, the
 * workspace. The id on the buttons alone does not do.
 */
final class Audience {
    private final Claims claims;

    Audience(Claims claims) {
        this.claims = claims;
    }

    void asked(StoredCheck check, Person person) {
        claims.claim("slack/asked/" + check.id().hex(), person.name(), check.expiresAt());
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
