package dev.mailcheck.dkim;

import java.security.MessageDigest;
import java.util.OptionalInt;

/**
 * Looks for the beginning of a body that has a given hash: what was signed before a list appended
 * its footer. Only beginnings that leave out some of the last lines, or all, are tried; in one
 * pass.
 */
final class BodyPrefix {
    private static final int MOST_LINES = 100;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final Canonicalization form;
    private final MessageDigest digest;
    private int fed;

    BodyPrefix(SignedMail mail, Canonicalization form, MessageDigest digest) {
        this.bytes = mail.bytes();
        this.start = mail.bodyStart();
        this.end = mail.bodyEnd();
        this.form = form;
        this.digest = digest;
        this.fed = start;
    }

    /** Where the beginning ends. */
    OptionalInt find(byte[] expected) {
        if (isHash(expected, form.endsEmptyBody())) {
            return OptionalInt.of(start);
        }
        int lineEnd = beginOfLastLines();
        while (lineEnd < end) {
            if (feed(lineEnd) && isHash(expected, true)) {
                return OptionalInt.of(lineEnd);
            }
            lineEnd = Math.min(Blanks.lineEnd(bytes, lineEnd, end) + 2, end);
        }
        return OptionalInt.empty();
    }

    /** Feeds what counts of the text up to there; false if that is nothing more. */
    private boolean feed(int to) {
        int endOfText = form.endOfText(bytes, fed, to);
        form.text(bytes, fed, endOfText, digest::update);
        boolean more = endOfText > fed;
        fed = endOfText;
        return more;
    }

    private boolean isHash(byte[] expected, boolean ended) {
        try {
            MessageDigest copy = (MessageDigest) digest.clone();
            if (ended) {
                copy.update(Canonicalization.CRLF);
            }
            return MessageDigest.isEqual(copy.digest(), expected);
        } catch (CloneNotSupportedException notOfTheJdk) {
            return false;
        }
    }

    private int beginOfLastLines() {
        int at = end;
        for (int lines = 0; lines <= MOST_LINES && at > start; lines++) {
            at--;
            while (at > start && bytes[at - 1] != '\n') {
                at--;
            }
        }
        return at;
    }
}
