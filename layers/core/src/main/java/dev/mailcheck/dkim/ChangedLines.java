package dev.mailcheck.dkim;

/**
 * What a look at a body's line beginnings shows of programs on its way.
 *
 * @param escapedFrom some line begins with ">From "
 * @param bareLf some line ends with LF alone
 */
record ChangedLines(boolean escapedFrom, boolean bareLf) {

    static ChangedLines in(byte[] bytes, int from, int end) {
        boolean escaped = from < end && bytes[from] == '>';
        boolean bare = false;
        for (int at = from; at < end; at++) {
            if (bytes[at] == '\n') {
                bare |= at == from || bytes[at - 1] != '\r';
                escaped |= at + 1 < end && bytes[at + 1] == '>';
            }
        }
        return new ChangedLines(escaped, bare);
    }
}
