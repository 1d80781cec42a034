package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What the domain's mail hosts said, address by address. An address comes twice where a handshake
 * broke off and was tried once more.
 *
 * @param notProbed why nothing was sent at all: SWITCHED_OFF, NO_NETWORK, NO_MAIL_HOSTS
 * @param sessions best host first
 */
@Json
public record SmtpObservation(Optional<String> notProbed, List<SmtpSession> sessions)
        implements Observation {
    public SmtpObservation {
        sessions = List.copyOf(sessions);
    }

    static SmtpObservation none(String reason) {
        return new SmtpObservation(Optional.of(reason), List.of());
    }
}
