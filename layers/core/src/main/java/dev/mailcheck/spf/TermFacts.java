package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfTerm.Kind;

import java.util.List;
import java.util.Optional;

/** What a term says by itself. */
final class TermFacts {
    private TermFacts() {}

    static Kind kind(Term term) {
        return switch (term) {
            case Term.Redirect redirect -> Kind.REDIRECT;
            case Term.Exp exp -> Kind.EXP;
            case Term.UnknownModifier modifier -> Kind.UNKNOWN_MODIFIER;
            case Term.Directive directive -> kind(directive.mechanism());
        };
    }

    private static Kind kind(Mechanism mechanism) {
        return switch (mechanism) {
            case Mechanism.All all -> Kind.ALL;
            case Mechanism.Include include -> Kind.INCLUDE;
            case Mechanism.A a -> Kind.A;
            case Mechanism.Mx mx -> Kind.MX;
            case Mechanism.Ptr ptr -> Kind.PTR;
            case Mechanism.Ip ip -> ip.network().address().v6() ? Kind.IP6 : Kind.IP4;
            case Mechanism.Exists exists -> Kind.EXISTS;
        };
    }

    /** The domain that it names. */
    static Optional<DomainSpec> domain(Term term) {
        return switch (term) {
            case Term.Redirect redirect -> Optional.of(redirect.domain());
            case Term.Exp exp -> Optional.of(exp.domain());
            case Term.UnknownModifier modifier -> Optional.empty();
            case Term.Directive directive -> domain(directive.mechanism());
        };
    }

    private static Optional<DomainSpec> domain(Mechanism mechanism) {
        return switch (mechanism) {
            case Mechanism.All all -> Optional.empty();
            case Mechanism.Ip ip -> Optional.empty();
            case Mechanism.Include include -> Optional.of(include.domain());
            case Mechanism.Exists exists -> Optional.of(exists.domain());
            case Mechanism.A a -> a.domain();
            case Mechanism.Mx mx -> mx.domain();
            case Mechanism.Ptr ptr -> ptr.domain();
        };
    }

    static boolean asksByName(Kind kind) {
        return switch (kind) {
            case INCLUDE, A, MX, PTR, EXISTS, REDIRECT, EXP -> true;
            case ALL, IP4, IP6, UNKNOWN_MODIFIER -> false;
        };
    }

    /** What it takes of the ten, with one more for the client's name (RFC 7208, section 4.6.4). */
    static int lookups(Term term) {
        boolean counted =
                switch (kind(term)) {
                    case INCLUDE, A, MX, PTR, EXISTS, REDIRECT -> true;
                    case ALL, IP4, IP6, EXP, UNKNOWN_MODIFIER -> false;
                };
        boolean name = domain(term).filter(spec -> spec.macros().asksClientName()).isPresent();
        return counted ? (name ? 2 : 1) : 0;
    }

    /** The ranges that a term stands for, given what its hosts' addresses are. */
    static List<String> networks(Term term, List<SpfAnswer> answers) {
        return term instanceof Term.Directive directive
                ? networks(directive.mechanism(), answers)
                : List.of();
    }

    private static List<String> networks(Mechanism mechanism, List<SpfAnswer> answers) {
        return switch (mechanism) {
            case Mechanism.Ip ip -> List.of(ip.network().toString());
            case Mechanism.A a -> around(answers, a.prefix4(), a.prefix6());
            case Mechanism.Mx mx -> around(answers, mx.prefix4(), mx.prefix6());
            case Mechanism.All all -> List.of();
            case Mechanism.Include include -> List.of();
            case Mechanism.Ptr ptr -> List.of();
            case Mechanism.Exists exists -> List.of();
        };
    }

    private static List<String> around(List<SpfAnswer> answers, int prefix4, int prefix6) {
        return answers.stream()
                .flatMap(answer -> answer.data().stream())
                .map(IpAddress::parse)
                .flatMap(Optional::stream)
                .map(address -> new IpNetwork(address, address.v6() ? prefix6 : prefix4).toString())
                .distinct()
                .toList();
    }
}
