package dev.mailcheck.spf;

/** Keeps foreign text at a size that evidence can carry. */
final class Texts {
    private static final int LONGEST = 2_048;

    private Texts() {}

    static String capped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
