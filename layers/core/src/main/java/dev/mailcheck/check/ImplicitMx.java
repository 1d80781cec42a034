package dev.mailcheck.check;

/**
 * Whether a mail server answers at the domain's own addresses, which stand in where there is no MX
 * record (RFC 5321, section 5.1).
 */
sealed interface ImplicitMx {
    record Answers() implements ImplicitMx {}

    /** None does, though the network here lets us through. */
    record Dead() implements ImplicitMx {}

    record NotKnown(String reason) implements ImplicitMx {}

    static ImplicitMx of(Judgement judgement) {
        return new NotKnown(judgement.target().options().network() ? "NOT_RUN" : "NO_NETWORK");
    }
}
