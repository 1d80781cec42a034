package dev.mailcheck.message;

import java.util.Set;

/**
 * What a program may have written before a mail when it saved it, and where the mail is in the
 * file: a byte order mark, empty lines, the "From " line of an mbox (RFC 4155).
 */
final class Preamble {
    private static final byte[] OUTLOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] file;
    private final Set<Oddity> oddities;
    private final int headerOffset;
    private final int mailEnd;

    Preamble(byte[] file, Set<Oddity> oddities) {
        this.file = file;
        this.oddities = oddities;
        foreignForms();
        headerOffset = afterFromLines(afterBlankLines(afterMark()));
        mailEnd = oddities.contains(Oddity.MBOX_FROM_LINE) ? endBeforeNextMail() : file.length;
    }

    /** Where the header of the mail begins. */
    int headerOffset() {
        return headerOffset;
    }

    /** Where the mail ends: at the end of the file, or before the next mail of the mbox. */
    int mailEnd() {
        return mailEnd;
    }

    private void foreignForms() {
        if (Mbox.startsWith(file, 0, OUTLOOK)) {
            oddities.add(Oddity.OUTLOOK_MSG_FILE);
        }
        boolean bigEndian = file.length > 1 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF;
        boolean littleEndian = file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE;
        if (bigEndian || littleEndian) {
            oddities.add(Oddity.UTF_16_TEXT);
        }
    }

    private int afterMark() {
        if (!Mbox.startsWith(file, 0, UTF_8)) {
            return 0;
        }
        oddities.add(Oddity.BYTE_ORDER_MARK);
        return UTF_8.length;
    }

    private int afterBlankLines(int from) {
        int at = from;
        int text = from;
        while (at < file.length && (file[at] == '\r' || file[at] == '\n')) {
            at++;
            text = file[at - 1] == '\n' ? at : text;
        }
        if (text > from) {
            oddities.add(Oddity.LEADING_BLANK_LINES);
        }
        return text;
    }

    private int afterFromLines(int from) {
        int at = from;
        while (Mbox.isFromLine(file, at) || Mbox.isEscapedFromLine(file, at)) {
            oddities.add(file[at] == '>' ? Oddity.ESCAPED_FROM_LINE : Oddity.MBOX_FROM_LINE);
            at = Mbox.nextLine(file, at);
        }
        return at;
    }

    private int endBeforeNextMail() {
        int next = Mbox.nextMail(file, headerOffset);
        if (next < file.length) {
            oddities.add(Oddity.MBOX_HOLDS_MORE_MAILS);
        }
        return next;
    }
}
