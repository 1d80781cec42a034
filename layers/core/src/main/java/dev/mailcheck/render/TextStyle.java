package dev.mailcheck.render;

/**
 * How a report is written on a terminal.
 *
 * @param colour with colours; whoever knows the terminal and NO_COLOR decides
 * @param verbose with every finding and the evidence
 */
public record TextStyle(boolean colour, boolean verbose) {
    public static final TextStyle PLAIN = new TextStyle(false, false);
}
