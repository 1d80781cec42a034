package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

/**
 * A session that was not held, which makes nothing "not known": the check is judged on what was
 * seen.
 *
 * @param reason MANNERS (six sessions an address, thirty a check), SLOW_OR_BUSY, DEADLINE
 */
@Json
public record SkippedSession(String host, String address, SessionKind kind, String reason) {
    static final String MANNERS = "MANNERS";
    static final String SLOW_OR_BUSY = "SLOW_OR_BUSY";
    static final String DEADLINE = "DEADLINE";

    static SkippedSession of(MailServer server, SessionKind kind, String reason) {
        return new SkippedSession(server.host(), server.address(), kind, reason);
    }
}
