package dev.mailcheck.render;

/** What a piece of text is, for colour; without colours it is plain. Codes are ECMA-48 SGR. */
enum Ink {
    PLAIN(""),
    HEADING("1"),
    FAINT("2"),
    GOOD("32"),
    DOUBTFUL("36"),
    WARNING("33"),
    BAD("1;31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
