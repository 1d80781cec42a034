package dev.mailcheck.cli;

/** What is known of an option: from it parsing and help are made. */
interface OptionRow {
    /** As it is typed, with its hyphens. */
    String word();

    /** The label of the option's value; empty for a flag. */
    String parameter();

    boolean repeatable();

    String description();
}
