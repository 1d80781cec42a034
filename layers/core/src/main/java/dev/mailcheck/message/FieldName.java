package dev.mailcheck.message;

/** Field names: printable ASCII, and blanks before the colon (RFC 5322, sections 2.2 and 4.5). */
final class FieldName {
    private FieldName() {}

    /** Where the colon of the field is that a line begins with; -1 if it begins with none. */
    static int colon(byte[] mail, int from, int to) {
        int i = from;
        while (i < to && mail[i] > ' ' && mail[i] < 127 && mail[i] != ':') {
            i++;
        }
        if (i == from) {
            return -1;
        }
        while (i < to && (mail[i] == ' ' || mail[i] == '\t')) {
            i++;
        }
        return i < to && mail[i] == ':' ? i : -1;
    }
}
