package dev.mailcheck.check;

/**
 * What a FAIL does to the grade, and what the outcome weighs in the score (contract, section 3).
 */
public enum Level {
    CRITICAL(40),
    REQUIRED(10),
    RECOMMENDED(4),
    OPTIONAL(1);

    private final int weight;

    Level(int weight) {
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }
}
