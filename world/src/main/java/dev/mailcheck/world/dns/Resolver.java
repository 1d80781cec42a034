package dev.mailcheck.world.dns;

import java.time.Duration;
import java.util.List;

/**
 * A resolver of the world as a test states it.
 *
 * <pre>{@code
 * Resolver.plain()
 *         .when(QuestionMatch.of("slow.example", "TXT"), DnsFault.silent())
 *         .with(DnsFault.rewriteNxdomain("192.0.2.99"))
 * }</pre>
 *
 * @param validation what it makes of DNSSEC
 * @param longestChain how many aliases it follows before it answers SERVFAIL
 * @param rules its faults, applied in this order
 */
public record Resolver(Validation validation, int longestChain, List<DnsRule> rules) {
    /** What a resolver does about signatures. */
    public enum Validation {
        /** Hands them on when DO is set, never sets AD. */
        NONE,
        /** Sets AD for secure answers and answers SERVFAIL for bogus ones unless CD is set. */
        VALIDATES,
        /** Sets AD always, also where nothing is signed or all is bogus. */
        CLAIMS
    }

    public Resolver {
        rules = List.copyOf(rules);
    }

    /** Returns a resolver without faults that hands DNSSEC records on and judges nothing. */
    public static Resolver plain() {
        return new Resolver(Validation.NONE, 16, List.of());
    }

    /** Returns a resolver that validates, as Unbound does by default. */
    public static Resolver validating() {
        return plain().validation(Validation.VALIDATES);
    }

    /** Returns a resolver that loses all DNSSEC records, as many home routers do. */
    public static Resolver strippingDnssec() {
        return plain().with(DnsFault.stripDnssec());
    }

    /** Returns this resolver with another attitude to DNSSEC. */
    public Resolver validation(Validation other) {
        return new Resolver(other, longestChain, rules);
    }

    /** Returns this resolver following so many aliases. */
    public Resolver longestChain(int aliases) {
        return new Resolver(validation, aliases, rules);
    }

    /** Returns this resolver with a fault in every answer. */
    public Resolver with(DnsFault fault) {
        return when(QuestionMatch.any(), fault);
    }

    /** Returns this resolver with a fault in the answers to some questions. */
    public Resolver when(QuestionMatch match, DnsFault fault) {
        return new Resolver(validation, longestChain, DnsRule.add(rules, match, fault));
    }

    /** Returns this resolver taking so long for each answer. */
    public Resolver delay(Duration delay) {
        return with(DnsFault.delay(delay));
    }
}
