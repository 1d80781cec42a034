package dev.mailcheck.spf;

import java.util.Optional;

/** A mechanism of RFC 7208, section 5; matching is the evaluation's work. */
public sealed interface Mechanism {
    record All() implements Mechanism {}

    record Include(DomainSpec domain) implements Mechanism {}

    /** Without domain it means the domain whose record this is. */
    record A(Optional<DomainSpec> domain, int prefix4, int prefix6) implements Mechanism {}

    record Mx(Optional<DomainSpec> domain, int prefix4, int prefix6) implements Mechanism {}

    record Ptr(Optional<DomainSpec> domain) implements Mechanism {}

    /** Both {@code ip4} and {@code ip6}. */
    record Ip(IpNetwork network) implements Mechanism {}

    record Exists(DomainSpec domain) implements Mechanism {}

    /** Whether it is one of the terms that count as a look-up (RFC 7208, section 4.6.4). */
    default boolean asksDns() {
        return switch (this) {
            case All all -> false;
            case Ip ip -> false;
            case Include include -> true;
            case A a -> true;
            case Mx mx -> true;
            case Ptr ptr -> true;
            case Exists exists -> true;
        };
    }
}
