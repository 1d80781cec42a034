package dev.mailcheck.dns;

/**
 * Whether the first links of every chain, the root's keys and a top-level domain's DS, arrive here
 * whole. Nobody publishes those wrong for long: where they do not validate, the way to us is at
 * fault, and nothing behind them may be called bogus.
 */
sealed interface ChainStart {
    /** They validate. */
    record Sound() implements ChainStart {}

    /** They arrive without signatures, or changed. */
    record Broken(String detail) implements ChainStart {}

    /** They do not arrive. */
    record Unanswered(String detail) implements ChainStart {}
}
