package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * What is checked, and how the user wants it probed.
 *
 * @param checked the domain; of a mail its author's, empty where no one domain can be told
 */
@Json
public record Target(ReportKind kind, Optional<Domain> checked, CheckOptions options) {
    /** A domain, seen from outside. */
    public Target(Domain domain, CheckOptions options) {
        this(ReportKind.DOMAIN, Optional.of(domain), options);
    }

    /** The domain; asking for that of a mail which has none is a bug. */
    public Domain domain() {
        return checked.orElseThrow();
    }

    /** The domain's name; empty text where there is none. */
    public String name() {
        return checked.map(Domain::name).orElse("");
    }
}
