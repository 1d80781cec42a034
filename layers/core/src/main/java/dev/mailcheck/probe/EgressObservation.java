package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * From where the check looks: what a control host says to us at port 25.
 *
 * @param notProbed why no control host was tried: SWITCHED_OFF, NO_NETWORK, NO_CONTROL
 * @param named whether the user named the control host, so that its banner is known too
 * @param controls sessions with control hosts, at most two hosts and one address of each family
 * @param ipv6 whether this host has IPv6
 * @param ehlo the name we give
 */
@Json
public record EgressObservation(
        Optional<String> notProbed,
        boolean named,
        List<SmtpSession> controls,
        boolean ipv6,
        String ehlo)
        implements Observation {
    public EgressObservation {
        controls = List.copyOf(controls);
    }
}
