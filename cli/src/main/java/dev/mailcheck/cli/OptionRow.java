package dev.mailcheck.cli;

/** An option of the command: from it parsing and help are made. */
interface OptionRow {
    /** What is known of it. */
    Row row();

    /**
     * What is known of an option.
     *
     * @param word as it is typed, with its hyphens
     * @param parameter the label of the option's value; empty for a flag
     */
    record Row(String word, String parameter, boolean repeatable, String description) {}

    default String word() {
        return row().word();
    }

    default String parameter() {
        return row().parameter();
    }

    default boolean repeatable() {
        return row().repeatable();
    }

    default String description() {
        return row().description();
    }
}
