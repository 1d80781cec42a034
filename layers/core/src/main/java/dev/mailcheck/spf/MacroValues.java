package dev.mailcheck.spf;

/** What the macro letters stand for (RFC 7208, section 7.2). */
@FunctionalInterface
interface MacroValues {
    /**
     * The value before it is split, reversed and escaped.
     *
     * @param letter in lower case, one of the grammar's
     */
    String value(char letter);
}
