package dev.mailcheck.spf;

/** A piece of a text with macros (RFC 7208, section 7.1). */
public sealed interface MacroPart {
    /** Text that stands for itself, after {@code %%}, {@code %_} and {@code %-} were replaced. */
    record Literal(String text) implements MacroPart {}

    /**
     * A macro to expand.
     *
     * @param letter in lower case
     * @param urlEscape the letter was a capital
     * @param keep how many parts from the right are kept; 0 for all
     * @param delimiters where the value is split; empty means at dots
     */
    record Expand(char letter, boolean urlEscape, int keep, boolean reverse, String delimiters)
            implements MacroPart {}
}
