package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfSyntaxError.Kind;

import java.util.Optional;

/** Reads what a mechanism's name is followed by (RFC 7208, section 5). */
final class MechanismReader {
    private final String name;
    private final String term;
    private final int at;
    private final Mistakes mistakes;

    /**
     * @param name in lower case
     * @param at where in the term the name ends
     */
    MechanismReader(String name, String term, int at, Mistakes mistakes) {
        this.name = name;
        this.term = term;
        this.at = at;
        this.mistakes = mistakes;
    }

    Optional<Mechanism> read() {
        return switch (name) {
            case "all" -> bare(new Mechanism.All());
            case "include" -> domain(term.length()).map(Mechanism.Include::new);
            case "exists" -> domain(term.length()).map(Mechanism.Exists::new);
            case "a", "mx" -> hosts();
            case "ptr" -> ptr();
            case "ip4" -> ip(false);
            case "ip6" -> ip(true);
            default ->
                    mistakes.none(
                            isText(name) ? Kind.SPF_UNKNOWN_MECHANISM : Kind.SPF_BAD_CHARACTER, 0);
        };
    }

    private static boolean isText(String name) {
        return name.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private Optional<Mechanism> bare(Mechanism mechanism) {
        return at == term.length()
                ? Optional.of(mechanism)
                : mistakes.none(Kind.SPF_UNEXPECTED_ARGUMENT, at);
    }

    private Optional<Mechanism> ptr() {
        if (at == term.length()) {
            return Optional.of(new Mechanism.Ptr(Optional.empty()));
        }
        return term.charAt(at) == ':'
                ? domain(term.length()).map(domain -> new Mechanism.Ptr(Optional.of(domain)))
                : mistakes.none(Kind.SPF_UNEXPECTED_ARGUMENT, at);
    }

    private Optional<Mechanism> hosts() {
        DualPrefix prefix = DualPrefix.atEndOf(term, at);
        if (!prefix.valid()) {
            return mistakes.none(Kind.SPF_BAD_PREFIX_LENGTH, prefix.start());
        }
        if (prefix.start() == at) {
            return Optional.of(hosts(Optional.empty(), prefix));
        }
        return domain(prefix.start()).map(domain -> hosts(Optional.of(domain), prefix));
    }

    private Mechanism hosts(Optional<DomainSpec> domain, DualPrefix prefix) {
        return name.equals("a")
                ? new Mechanism.A(domain, prefix.prefix4(), prefix.prefix6())
                : new Mechanism.Mx(domain, prefix.prefix4(), prefix.prefix6());
    }

    /** The domain between ":" and this place of the term. */
    private Optional<DomainSpec> domain(int end) {
        if (at == term.length()) {
            return mistakes.none(Kind.SPF_MISSING_DOMAIN, at);
        }
        if (term.charAt(at) == '/') {
            return mistakes.none(
                    name.equals("a") || name.equals("mx")
                            ? Kind.SPF_BAD_PREFIX_LENGTH
                            : Kind.SPF_UNEXPECTED_ARGUMENT,
                    at);
        }
        return DomainSpec.read(term.substring(at + 1, end), at + 1, mistakes);
    }

    private Optional<Mechanism> ip(boolean v6) {
        int slash = term.indexOf('/', at);
        int end = slash < 0 ? term.length() : slash;
        int bits = v6 ? 128 : 32;
        int prefix = slash < 0 ? bits : Decimal.parse(term.substring(slash + 1), bits);
        if (at == term.length() || term.charAt(at) != ':') {
            return mistakes.none(Kind.SPF_BAD_ADDRESS, at);
        }
        Optional<IpAddress> address = address(v6, term.substring(at + 1, end));
        if (address.isEmpty()) {
            return mistakes.none(Kind.SPF_BAD_ADDRESS, at + 1);
        }
        return prefix < 0
                ? mistakes.none(Kind.SPF_BAD_PREFIX_LENGTH, end)
                : address.map(base -> new Mechanism.Ip(new IpNetwork(base, prefix)));
    }

    private static Optional<IpAddress> address(boolean v6, String text) {
        return IpAddress.parse(text).filter(address -> address.v6() == v6);
    }
}
