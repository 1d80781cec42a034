package dev.mailcheck.message;

/**
 * A piece of a Received field: a word, a comment without its outer parentheses, or a semicolon.
 *
 * @param end where the piece ends in the value
 */
record ReceivedToken(Kind kind, String text, int end) {
    enum Kind {
        WORD,
        COMMENT,
        SEMICOLON
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isComment() {
        return kind == Kind.COMMENT;
    }

    boolean isWord(String word) {
        return isWord() && text.equalsIgnoreCase(word);
    }

    /** The text without the commas that some programs leave between clauses. */
    String value() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ',') {
            end--;
        }
        return text.substring(0, end);
    }
}
