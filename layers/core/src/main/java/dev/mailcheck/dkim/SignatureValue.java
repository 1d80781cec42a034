package dev.mailcheck.dkim;

/**
 * Where the value of the tag {@code b} stands in a signature's field, with the blanks around it:
 * what a signature leaves out of itself (RFC 6376, section 3.7). Empty at the end where there is
 * none.
 */
record SignatureValue(int from, int to) {

    static SignatureValue in(byte[] bytes, int from, int end) {
        int tag = from;
        while (tag < end) {
            int tagEnd = indexOf(bytes, ';', tag, end);
            int equals = indexOf(bytes, '=', tag, tagEnd);
            if (equals < tagEnd && isB(bytes, tag, equals)) {
                return new SignatureValue(equals + 1, tagEnd);
            }
            tag = tagEnd + 1;
        }
        return new SignatureValue(end, end);
    }

    private static boolean isB(byte[] bytes, int from, int to) {
        int at = Blanks.afterFws(bytes, from, to);
        return at < to && bytes[at] == 'b' && Blanks.afterFws(bytes, at + 1, to) == to;
    }

    private static int indexOf(byte[] bytes, char sought, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != sought) {
            at++;
        }
        return at;
    }
}
