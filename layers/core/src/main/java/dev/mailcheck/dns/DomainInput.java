package dev.mailcheck.dns;

import java.util.Optional;

/** What people type for a domain. */
public sealed interface DomainInput {
    /** What people type for a domain. */
    record Accepted(Domain domain, Optional<String> note) implements DomainInput {}

    /** What people type for a domain. */
    record Rejected(String reason) implements DomainInput {}

    /** What people type for a domain. */
    static DomainInput read(String text) {
        Optional<Domain> d = Domain.parse(text);
        return d.isPresent() ? new Accepted(d.get(), Optional.empty()) : new Rejected("no domain");
    }
}
