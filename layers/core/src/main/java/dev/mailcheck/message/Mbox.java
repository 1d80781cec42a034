package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;

/** The lines that stand between the mails of an mbox (RFC 4155, appendix A). */
final class Mbox {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ESCAPED = ">From ".getBytes(StandardCharsets.US_ASCII);

    private Mbox() {}

    /** Whether a "From " line begins here, and not the field From with a blank before its colon. */
    static boolean isFromLine(byte[] file, int at) {
        return startsWith(file, at, FROM) && FieldName.colon(file, at, file.length) < 0;
    }

    static boolean isEscapedFromLine(byte[] file, int at) {
        return startsWith(file, at, ESCAPED);
    }

    static boolean startsWith(byte[] file, int at, byte[] text) {
        if (file.length - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (file[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    static int nextLine(byte[] file, int from) {
        int i = from;
        while (i < file.length && file[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, file.length);
    }

    /**
     * Where the empty line before the next mail begins; the end of the file if there is none. A
     * "From " line counts if an empty line stands before it and a header field after it.
     */
    static int nextMail(byte[] file, int from) {
        int emptyLine = -1;
        for (int at = from; at < file.length; at = nextLine(file, at)) {
            if (emptyLine >= 0 && isSeparator(file, at)) {
                return emptyLine;
            }
            emptyLine = isEmpty(file, at) ? at : -1;
        }
        return file.length;
    }

    private static boolean isSeparator(byte[] file, int at) {
        if (!isFromLine(file, at)) {
            return false;
        }
        int next = nextLine(file, at);
        return FieldName.colon(file, next, file.length) > 0;
    }

    private static boolean isEmpty(byte[] file, int at) {
        return file[at] == '\n'
                || (file[at] == '\r' && at + 1 < file.length && file[at + 1] == '\n');
    }
}
