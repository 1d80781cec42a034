package dev.mailcheck.dns;

/** What the resolver in use does with what it is told (contract: vantage.resolver). */
public enum ResolverKind {
    VALIDATING("validating"),
    PLAIN("plain"),
    /** Signatures do not arrive, so nothing can be called bogus from here. */
    STRIPS_DNSSEC("strips-dnssec"),
    /**
     * Names that do not exist get an answer; "not listed" and "does not exist" prove nothing from
     * here.
     */
    REWRITES("rewrites"),
    /** No answer came, or a zone file stands in for the network. */
    UNKNOWN("unknown");

    private final String word;

    ResolverKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
