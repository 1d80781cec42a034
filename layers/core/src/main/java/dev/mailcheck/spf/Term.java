package dev.mailcheck.spf;

/** A term of a record (RFC 7208, section 4.6.1). */
public sealed interface Term {
    /** As published. */
    String text();

    record Directive(Qualifier qualifier, Mechanism mechanism, String text) implements Term {}

    /** {@code redirect=} (RFC 7208, section 6.1). */
    record Redirect(DomainSpec domain, String text) implements Term {}

    /** {@code exp=} (RFC 7208, section 6.2). */
    record Exp(DomainSpec domain, String text) implements Term {}

    /** A modifier that this version of SPF does not know: ignored (RFC 7208, section 6). */
    record UnknownModifier(String name, String text) implements Term {}
}
