package dev.mailcheck.cli.embedded;

/** Hears what an operator should know. Nothing of what was asked or sent stands in it. */
public interface OperatorNews {
    /** Something that he may have to look after, in a line of words. */
    void note(String line);

    /** A fault of ours, or of what we keep things in. */
    void told(RuntimeException fault);
}
